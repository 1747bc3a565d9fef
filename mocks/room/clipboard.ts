/**
 * Copies text.
 * @returns false where the browser or the person refuses, or where there is no clipboard: an address without https has none
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
