/** Course keys contain `+` or slashes: `course-v1:org+number+run`, `org/number/run`. The server's own pattern. */
const COURSE_ID = String.raw`[^/+]+(?:/|\+)[^/+]+(?:/|\+)[^/?]+`
/** Old keys of blocks contain slashes, too: `i4x://org/number/sequential/name`. */
const USAGE_KEY = 'i4x:/{1,2}[^/]+/[^/]+/[^/]+/[^/]+|[^/]+'
/** Parameters that take something else than a segment, by name. */
const PATTERNS: ReadonlyMap<string, string> = new Map([
  ['courseId', COURSE_ID],
  ['usageKey', USAGE_KEY],
  ['subsectionId', USAGE_KEY],
  ['cohortId', '[0-9]+'],
])

export interface Route {
  /** Gives the decoded parameters, or null where this is another address. */
  match(pathname: string): Record<string, string> | null
}

/**
 * Compiles a path of a contract, such as `/api/grades/v1/gradebook/:courseId/grading-info`. The trailing slash
 * counts; a closing `/?` takes a path with or without it. A parameter named `courseId` takes a whole course key,
 * `usageKey` and `subsectionId` a block's, `cohortId` a number, any other one a segment.
 */
export function compileRoute(path: string): Route {
  const eitherWay = path.endsWith('/?')
  const source = (eitherWay ? path.slice(0, -2) : path)
    .split(/(:[A-Za-z]+)/)
    .map((part) => {
      if (!part.startsWith(':')) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      const name = part.slice(1)
      return `(?<${name}>${PATTERNS.get(name) ?? '[^/]+'})`
    })
    .join('')
  const pattern = new RegExp(`^${source}${eitherWay ? '/?' : ''}$`)
  return {
    match(pathname) {
      const decoded = decodePath(pathname)
      const found = decoded === null ? null : pattern.exec(decoded)
      return found ? { ...found.groups } : null
    },
  }
}

/** Decodes a path, as the server does before it looks for a route. Null where the encoding is broken. */
export function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
