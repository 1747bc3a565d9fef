/**
 * Gives a parameter of a query; undefined where there is none. Of several with the same name the last one counts, as the
 * servers have it.
 */
export function parameterOf({ searchParams }: URL, name: string): string | undefined {
  return searchParams.getAll(name).at(-1)
}
