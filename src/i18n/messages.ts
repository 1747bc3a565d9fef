import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type en from './en.json'
import type gradingInfo from './en-grading-info.json'
import type override from './en-override.json'
import type paste from './en-paste.json'
import type tray from './en-tray.json'

/** Ids of all messages; English is the source. */
export type MessageId =
  | keyof typeof en
  | keyof typeof gradingInfo
  | keyof typeof override
  | keyof typeof paste
  | keyof typeof tray

/** Messages compiled at build time: no parser ships. Those of a part that loads late are missing until it has come. */
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

/** Disguises messages as the pseudo-locale does that was loaded; gives them as they are in any other. */
let disguised = (messages: Messages): Messages => messages

/**
 * Gives the best language that Rollbook speaks for the wanted ones: English so far, in the viewer's regional form.
 * @param wanted BCP 47 tags, best first
 */
export async function loadLanguage(wanted: readonly string[]): Promise<Language> {
  const { default: messages } = await import('./en.json?compiled')
  const pseudo = PSEUDO_LOCALES.find((locale) => locale === wanted[0])
  disguised = (plain) => plain
  if (pseudo) {
    const { pseudoLocalize } = await import('./pseudo.ts')
    const rtl = pseudo === 'ar-XB'
    disguised = (plain) => pseudoLocalize(plain, rtl)
    return {
      locale: rtl ? 'ar' : 'en',
      direction: rtl ? 'rtl' : 'ltr',
      messages: disguised(messages),
    }
  }
  const english = wanted.find((tag) => /^en\b/i.test(tag)) ?? 'en'
  return { locale: english, direction: 'ltr', messages }
}

/** Gives the messages of the tray of changes, in the language that was loaded; they do not weigh on the first page. */
export async function loadTrayMessages(): Promise<Messages> {
  const { default: messages } = await import('./en-tray.json?compiled')
  return disguised(messages)
}

/**
 * Adds the messages of a part that loads late to those in use: what is drawn with them imports them.
 * @param messages those of `useIntl()`
 */
export function addMessages(messages: object, part: Messages): void {
  Object.assign(messages, disguised(part))
}
