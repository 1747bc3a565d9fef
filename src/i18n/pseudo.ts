import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser'
import type { MessageId, Messages } from './messages.ts'

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = Array.from('åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ')
const RIGHT_TO_LEFT = ['\u202E', '\u202C'] as const

/**
 * Gives messages that look foreign and stay readable, to find text that is not translated, too short a box, or a
 * direction that was assumed.
 * @param mirrored wraps each text so that it runs from right to left
 */
export function pseudoLocalize(messages: Messages, mirrored: boolean): Messages {
  const disguised = { ...messages }
  for (const id of Object.keys(messages) as MessageId[]) {
    disguised[id] = messages[id].map((element) => disguise(element, mirrored))
  }
  return disguised
}

function disguise(element: MessageFormatElement, mirrored: boolean): MessageFormatElement {
  if (element.type === TYPE.literal) return { ...element, value: disguiseText(element.value, mirrored) }
  if ('options' in element) {
    const options = Object.entries(element.options).map(([key, option]) => [
      key,
      { ...option, value: option.value.map((inner) => disguise(inner, mirrored)) },
    ])
    return { ...element, options: Object.fromEntries(options) }
  }
  if ('children' in element) {
    return { ...element, children: element.children.map((inner) => disguise(inner, mirrored)) }
  }
  return element
}

function disguiseText(text: string, mirrored: boolean): string {
  if (text.trim() === '') return text
  if (mirrored) {
    // Blanks at the edges part it from what stands beside it: they stay where they are.
    return text.replace(/^(\s*)(.*?)(\s*)$/su, `$1${RIGHT_TO_LEFT[0]}$2${RIGHT_TO_LEFT[1]}$3`)
  }
  const accented = Array.from(text, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('')
  return accented.replace(/[^\s]{6,}/g, (word) => `${word}${word.slice(-2)}`)
}
