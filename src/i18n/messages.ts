import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type en from './en.json'

/** Ids of all messages; English is the source. */
export type MessageId = keyof typeof en

/** Messages compiled at build time: no parser ships. */
export type Messages = Record<MessageId, MessageFormatElement[]>

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId
    }
  }
}

export interface Language {
  /** BCP 47; rules numbers, dates and plurals. */
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
  readonly messages: Messages
}

/** Pseudo-locales for designers and tests: accented and lengthened, and the same mirrored. */
export const PSEUDO_LOCALES = ['en-XA', 'ar-XB'] as const

/** The language that is spoken: later messages join it. */
let spoken: { readonly messages: Messages; readonly write: (messages: Messages) => Messages } | null = null
/** Messages that came before a language was chosen. */
let early: Partial<Messages> = {}

/**
 * Gives the best language that Rollbook speaks for the wanted ones: English so far, in the viewer's regional form. What
 * only later parts say comes with them (`later-messages.ts`) and joins the same object.
 * @param wanted BCP 47 tags, best first
 */
export async function loadLanguage(wanted: readonly string[]): Promise<Language> {
  const { default: first } = await import('./en.json?compiled=first')
  const pseudo = PSEUDO_LOCALES.find((locale) => locale === wanted[0])
  const rtl = pseudo === 'ar-XB'
  const write = pseudo ? await writerOf(rtl) : (plain: Messages) => ({ ...plain })
  const messages = write({ ...first, ...early })
  spoken = { messages, write }
  if (pseudo) return { locale: rtl ? 'ar' : 'en', direction: rtl ? 'rtl' : 'ltr', messages }
  const english = wanted.find((tag) => /^en\b/i.test(tag)) ?? 'en'
  return { locale: english, direction: 'ltr', messages }
}

/** Adds messages to the language that is spoken. Whatever says them is drawn only after it has brought them. */
export function addMessages(later: Messages): void {
  early = { ...early, ...later }
  if (spoken) Object.assign(spoken.messages, spoken.write(later))
}

async function writerOf(rtl: boolean): Promise<(messages: Messages) => Messages> {
  const { pseudoLocalize } = await import('./pseudo.ts')
  return (messages) => pseudoLocalize(messages, rtl)
}
