import { isCourseKey, isUsageKey } from '#mocks/lms/keys.ts'
import { decodePath } from '#mocks/route.ts'
import type { Field, Operation } from './model.ts'
import { operations } from './operations.ts'

/** A path of the catalogue with its operations. */
interface Route {
  readonly pattern: RegExp
  readonly parameters: readonly Field[]
  /** By method; what is documented as refused is left out. */
  readonly byMethod: ReadonlyMap<string, Operation>
}

/** A path that is documented, as one request fills it in. */
export interface Found {
  /** Decoded; null where a key looks right and is none, so that there can be no such thing. */
  readonly params: Readonly<Record<string, string>> | null
  readonly byMethod: ReadonlyMap<string, Operation>
}

const COURSE_KEYS = /^course_(?:id|key|key_str|key_string)$/
const USAGE_KEYS = /^(?:usage_id|usage_key_str|usage_key_string|subsection_id|content_id)$/

/**
 * What the server's own patterns take for a parameter; anything else in its place is an unknown address. Keys that look
 * right are looked at once more by who answers.
 */
const segments: ReadonlyArray<readonly [names: RegExp, pattern: string]> = [
  [COURSE_KEYS, String.raw`[^/+]+(?:/|\+)[^/+]+(?:/|\+)[^/?]+`],
  [USAGE_KEYS, String.raw`(?:i4x:\/\/[^/]+\/[^/]+\/[^/]+\/[^/]+|[^/]+)`],
  [/uuid$/, String.raw`[\da-fA-F]{8}(?:-?[\da-fA-F]{4}){3}-?[\da-fA-F]{12}`],
  [/^(?:attempt|basket|cohort|exam|schedule|student|tour|verified_name)_id$/, String.raw`\d+`],
  [/^api_version$/, String.raw`v\d+(?:\.\d+)?`],
  [/^username$/, String.raw`[\w.@+-]+`],
  // In front of a comma, which it cannot hold.
  [/^(?:team|topic)_id$/, '[^/,]+'],
  // `{provider_id}{var}/users`: the second is what the documentation tool made of an optional group.
  [/^var$/, '[^/]*?'],
]

/** By the first segment behind `/api/`. The most literal paths come first: `accounts/retire/` before a username. */
const index = Map.groupBy(routesOf(operations), ([path]) => familyOf(path))

/** Gives the documented operations of a path; null where none is documented. The trailing slash counts. */
export function find(pathname: string): Found | null {
  const decoded = decodePath(pathname)
  if (decoded === null) return null
  let malformed: Found | null = null
  for (const [, { pattern, parameters, byMethod }] of index.get(familyOf(decoded)) ?? []) {
    const match = pattern.exec(decoded)
    if (!match) continue
    const params = { ...match.groups }
    if (parameters.every((field) => isWellFormed(field, params[field.name] ?? ''))) {
      return { params, byMethod }
    }
    malformed ??= { params: null, byMethod }
  }
  return malformed
}

/** Gives the methods that are documented for a path and not refused. */
export function documentedMethods(pathname: string): readonly string[] {
  return [...(find(pathname)?.byMethod.keys() ?? [])]
}

/** Tells whether a parameter of a path belongs to a course key. */
export function isCourseParameter(name: string): boolean {
  return COURSE_KEYS.test(name)
}

/** Tells whether a parameter of a path belongs to a block's key. */
export function isUsageParameter(name: string): boolean {
  return USAGE_KEYS.test(name)
}

function routesOf(all: readonly Operation[]): ReadonlyArray<readonly [path: string, route: Route]> {
  return [...Map.groupBy(all, ({ path }) => path)]
    .map(([path, own]) => [path, routeOf(path, own)] as const)
    .toSorted(([one], [other]) => literalLength(other) - literalLength(one))
}

function routeOf(path: string, own: readonly Operation[]): Route {
  const served = own.filter(({ statuses }) => statuses[0] !== 405)
  const source = path
    .split(/(\{\w+\})/)
    .map((part) => {
      const [, name] = /^\{(\w+)\}$/.exec(part) ?? []
      return name === undefined ? literal(part) : `(?<${name}>${segmentOf(name)})`
    })
    .join('')
  return {
    pattern: new RegExp(`^${source}$`),
    parameters: own[0]?.pathParameters ?? [],
    byMethod: new Map(served.map((operation) => [operation.method, operation])),
  }
}

function segmentOf(name: string): string {
  return segments.find(([names]) => names.test(name))?.[1] ?? '[^/]+'
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

function isWellFormed({ name, type }: Field, text: string): boolean {
  if (COURSE_KEYS.test(name)) return isCourseKey(text)
  if (USAGE_KEYS.test(name)) return isUsageKey(text)
  if (name === 'ccx_course_id') return /^ccx-v1:[^/+\s]+\+[^/+\s]+\+[^/+\s]+\+ccx@\d+$/.test(text)
  return type !== 'integer' || /^\d+$/.test(text)
}

function literalLength(path: string): number {
  return path.replaceAll(/\{\w+\}/g, '').length
}

function familyOf(path: string): string {
  return path.split('/', 3)[2] ?? ''
}
