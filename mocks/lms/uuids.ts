import { hashText } from './random.ts'

/** Gives a UUID (version 4 in form) that depends on nothing but the text. */
export function uuidOf(text: string): string {
  const digits = [1, 2, 3, 4].map((part) => hex(hashText(`${part} ${text}`))).join('')
  const groups = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`]
  return [...groups, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')
}

/** Gives 32 bits as eight hexadecimal digits. */
export function hex(number: number): string {
  return number.toString(16).padStart(8, '0')
}
