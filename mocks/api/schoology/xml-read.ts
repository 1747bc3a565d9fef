import { refusal } from '#mocks/lms/refusal.ts'

/** What an element holds: its text, null where it is empty, or its children by name. */
export type XmlValue = string | null | XmlChildren
interface XmlChildren {
  readonly [name: string]: XmlValue | XmlValue[]
}

interface OpenElement {
  readonly name: string
  readonly children: Array<readonly [name: string, value: XmlValue]>
  text: string
}

/** Declarations, comments, character data, tags, and the text between them. A name is not taken up in part. */
const TOKEN =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]*)(?![\w.-])[^<>]*?(\/?)>|([^<]+)/y

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Reads a body of XML, which stands below `<body>`. Elements that come again become a list, empty ones null; attributes
 * are overlooked. Document types and their entities are not read at all.
 * @throws {Refusal} 400 for what is no such document
 */
export function readXml(text: string): XmlValue {
  const root: OpenElement = { name: '', children: [], text: '' }
  const open = [root]
  const pattern = new RegExp(TOKEN)
  while (pattern.lastIndex < text.length) {
    const token = pattern.exec(text)
    if (!token) throw malformed()
    take(token, open)
  }
  const [first, ...rest] = root.children
  if (open.length !== 1 || !first || first[0] !== 'body' || rest.length > 0 || root.text.trim() !== '') {
    throw malformed()
  }
  return first[1]
}

function take([, data, closes, name, closed, text]: RegExpExecArray, open: OpenElement[]): void {
  const current = open.at(-1)
  if (!current) throw malformed()
  if (data !== undefined) current.text += data
  if (text !== undefined) current.text += decoded(text)
  if (name === undefined) return
  if (!closes) {
    const element: OpenElement = { name, children: [], text: '' }
    if (closed) current.children.push([name, null])
    else open.push(element)
    return
  }
  open.pop()
  const parent = open.at(-1)
  if (current.name !== name || !parent) throw malformed()
  parent.children.push([name, valueOf(current)])
}

function valueOf({ children, text }: OpenElement): XmlValue {
  if (children.length === 0) return text.trim() === '' ? null : text.trim()
  const byName = Map.groupBy(children, ([name]) => name)
  return Object.fromEntries(
    Array.from(byName, ([name, ones]) => {
      const values = ones.map(([, value]) => value)
      return [name, values.length > 1 ? values : (values[0] ?? null)]
    }),
  )
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES.get(name) ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    if (code > 0x10ffff) throw malformed()
    return String.fromCodePoint(code)
  })
}

function malformed(): Error {
  return refusal(400, 'The body is not valid XML.')
}
