import * as z from 'zod/mini'

/** Where a same-origin proxy, which signs with OAuth 1.0a, stands for `https://api.schoology.com/v1`. */
export const BASE = '/schoology/v1'

/** The published documents, by their last part. */
export const DOCS = 'https://developers.schoology.com/api-documentation/rest-api-v1'

/** Ids come as numbers or as texts, without a rule; they are kept as texts. */
export const Id = z.pipe(
  z.union([z.string().check(z.minLength(1)), z.number()]),
  z.transform((id: string | number) => String(id)),
)

const NumberText = z.string().check(z.regex(/^(?:-?\d+(?:\.\d+)?)?$/))

/** Numbers come as numbers or as texts; none comes as null or an empty text. */
export const MaybeNumber = z.pipe(
  z.union([z.number(), NumberText, z.null()]),
  z.transform((value: number | string | null) => (value === null || value === '' ? null : Number(value))),
)

/** Yes and no come as 1 and 0, in numbers or texts, and now and then as what they are. */
export const Flag = z.pipe(
  z.union([z.number(), z.string(), z.boolean(), z.null()]),
  z.transform((value: number | string | boolean | null) => value !== null && Number(value) > 0),
)

/** Texts may be null where they are empty. */
export const Text = z.pipe(
  z.nullable(z.string()),
  z.transform((text: string | null) => text ?? ''),
)

/** Addresses name the API itself, not the proxy before it: of a link a client takes the query alone. */
export const Links = z.object({
  self: z.optional(z.string()),
  next: z.optional(z.string()),
  prev: z.optional(z.string()),
})

/** A list may come without the links that lead through it. */
export const paged = { total: z.optional(MaybeNumber), links: z.optional(Links) }

/** How lists are paged: `start` from 0, and `limit`, 20 where absent, 200 at most. */
export const paging = { start: 'number', limit: 'number' } as const
