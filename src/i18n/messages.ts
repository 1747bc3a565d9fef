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

/**
 * Gives the best language that Rollbook speaks for the wanted ones: English so far, in the viewer's regional form.
 * @param wanted BCP 47 tags, best first
 */
export async function loadLanguage(wanted: readonly string[]): Promise<Language> {
  const { default: messages } = await import('./en.json?compiled')
  const pseudo = PSEUDO_LOCALES.find((locale) => locale === wanted[0])
  if (pseudo) {
    const { pseudoLocalize } = await import('./pseudo.ts')
    const rtl = pseudo === 'ar-XB'
    return {
      locale: rtl ? 'ar' : 'en',
      direction: rtl ? 'rtl' : 'ltr',
      messages: pseudoLocalize(messages, rtl),
    }
  }
  const english = wanted.find((tag) => /^en\b/i.test(tag)) ?? 'en'
  return { locale: english, direction: 'ltr', messages }
}
