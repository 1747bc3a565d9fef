import type { Json } from '#mocks/lms/write-model.ts'

/**
 * Writes an answer as the API's XML: everything below `<result>`, an element again for each entry of a list, and an
 * empty element for null, for an empty text and for an empty list.
 */
export function toXml(body: Json): string {
  return `<?xml version="1.0" encoding="utf-8" ?>\n${element('result', body)}\n`
}

function element(name: string, value: Json | undefined): string {
  const content = contentOf(value)
  return content === '' ? `<${name} />` : `<${name}>${content}</${name}>`
}

function contentOf(value: Json | undefined): string {
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return '1'
  if (typeof value !== 'object') return escaped(String(value))
  // A list within a list has no name of its own; there is none.
  if (isList(value)) return value.map(contentOf).join('')
  return Object.entries(value)
    .map(([name, child]) =>
      isList(child) && child.length > 0 ? repeated(name, child) : element(name, child),
    )
    .join('')
}

function repeated(name: string, list: readonly Json[]): string {
  return list.map((entry) => element(name, entry)).join('')
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** Most control characters have no place in XML, however they are written. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}
