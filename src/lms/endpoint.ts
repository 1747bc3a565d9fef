import * as z from 'zod/mini'

// A strict Content-Security-Policy forbids `new Function`, and reports even the attempt. zod/mini compiles no schemas as
// it is, the whole of zod does unless told before the first one is made: nobody shall have to find that out again.
z.config({ jitless: true })

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** How a query parameter is written: one value, or (`texts`) the name repeated for each value. */
type QueryKind = 'text' | 'number' | 'flag' | 'texts'
export type QuerySpec = Readonly<Record<string, QueryKind>>

/** One operation of a grades API: what the client calls and what the simulated LMS must serve. */
export interface Endpoint<
  Path extends string = string,
  Query extends QuerySpec = QuerySpec,
  Body extends z.ZodMiniType | undefined = z.ZodMiniType | undefined,
  Response extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly method: Method
  /**
   * Absolute on the server, with `:name` for what is filled in. The trailing slash is part of it: there where the
   * server demands one, absent where it refuses one. A closing `/?` says that the server takes both.
   */
  readonly path: Path
  /** Other paths that reach the same operation; the client never uses them. */
  readonly aliases?: readonly string[]
  readonly query: Query
  /** Two endpoints share method and path: this one answers where the named parameter is given and not empty. */
  readonly selectedBy?: string
  readonly body?: Body
  /** Media types in which the body is taken as JSON; `application/json` where absent. */
  readonly accepts?: readonly string[]
  readonly response: Response
  /** Media type of the response; `application/json` where absent. */
  readonly produces?: string
  /** Statuses whose body is a `response`; the first is the usual one. 200 where absent. */
  readonly statuses?: readonly number[]
  /** How many calls a minute the server takes from one person, staff of the whole site or not; any number where absent. */
  readonly perMinute?: { readonly staff: number; readonly others: number }
  /** No CSRF token is asked for, although the method is unsafe. */
  readonly csrfExempt?: boolean
  /** Where this operation is documented. */
  readonly doc: string
}

type Until<Text extends string, Mark extends string> = Text extends `${infer Head}${Mark}${string}`
  ? Head
  : Text

/** The names of the `:parameters` in a path. */
export type PathNames<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Until<Until<Rest, '/'>, ','> | PathNames<Rest>
  : never

export type PathOf<E extends Endpoint> = { readonly [Name in PathNames<E['path']>]: string }

interface ValueOf {
  text: string
  number: number
  flag: boolean
  texts: readonly string[]
}

/** What a client may put in the query. Empty strings, `false` and `undefined` are not sent. */
export type QueryOf<E extends Endpoint> = {
  readonly [Name in keyof E['query']]?: ValueOf[E['query'][Name]] | undefined
}

/** What a server finds in the query: the raw texts, since real servers differ in how they take malformed ones. */
export type RawQueryOf<E extends Endpoint> = {
  readonly [Name in keyof E['query']]: E['query'][Name] extends 'texts'
    ? readonly string[]
    : string | undefined
}

/** The body as it travels. */
export type BodyOf<E extends Endpoint> = [NonNullable<E['body']>] extends [never]
  ? undefined
  : z.input<NonNullable<E['body']>>

/** The response as it travels: what a server must send. */
export type WireOf<E extends Endpoint> = z.input<E['response']>

/** The response as parsed: what a client gets. */
export type AnswerOf<E extends Endpoint> = z.output<E['response']>

/**
 * Describes one operation, with its path and query names kept as literal types.
 * Costs nothing where it is not used: bundlers may drop the call.
 */
/* @__NO_SIDE_EFFECTS__ */
export function endpoint<
  const Path extends string,
  Response extends z.ZodMiniType,
  const Query extends QuerySpec = Readonly<Record<string, never>>,
  Body extends z.ZodMiniType | undefined = undefined,
>(
  spec: Omit<Endpoint<Path, Query, Body, Response>, 'query'> & { readonly query?: Query },
): Endpoint<Path, Query, Body, Response> {
  return { ...spec, query: spec.query ?? ({} as Query) }
}
