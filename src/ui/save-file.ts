/** A download that a browser has begun goes on without its URL; some take a moment to begin. */
const BEGUN = 10_000

/**
 * Hands a text file to the browser's downloads. UTF-8 with a byte order mark: spreadsheets would take it for something
 * else without.
 * @param parts are written one after the other
 */
export function saveTextFile(name: string, type: 'text/csv', parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', ...parts], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), BEGUN)
}
