import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { type MessageId, PSEUDO_LOCALES, addMessages, loadLanguage } from './messages.ts'

const english = await loadLanguage(['en'])
const ids = Object.keys(english.messages) as MessageId[]

/** Everything in a message that is not plain text: placeholders, tags, choices with their keys. */
function structure(elements: readonly MessageFormatElement[]): unknown[] {
  return elements
    .filter(({ type }) => type !== TYPE.literal)
    .map((element) => {
      if ('options' in element) {
        const options = Object.entries(element.options).map(([key, { value }]) => [key, structure(value)])
        return [element.type, element.value, options]
      }
      if ('children' in element) return [element.type, element.value, structure(element.children)]
      return [element.type, 'value' in element ? element.value : '#']
    })
}

describe.each(PSEUDO_LOCALES)('the pseudo-locale %s', async (pseudo) => {
  const { locale, messages } = await loadLanguage([pseudo])

  test('has every message, each with the placeholders, tags and choices of the English one', () => {
    expect(Object.keys(messages)).toEqual(ids)
    for (const id of ids) expect([id, structure(messages[id])]).toEqual([id, structure(english.messages[id])])
  })

  test('disguises every text', () => {
    const texts = ids.filter((id) => english.messages[id].some((element) => isText(element)))
    expect(texts.length).toBeGreaterThan(100)
    const same = texts.filter((id) => JSON.stringify(messages[id]) === JSON.stringify(english.messages[id]))
    expect(same).toEqual([])
  })

  test('disguises what is added later, in the very object that is in use', async () => {
    const { messages: inUse } = await loadLanguage([pseudo])
    addMessages({ ...english.messages, 'error.serverSays': english.messages['shell.loading'] })
    expect(inUse['error.serverSays']).toEqual(inUse['shell.loading'])
    addMessages(english.messages)
    expect(inUse['error.serverSays']).toEqual(messages['error.serverSays'])
  })

  test('disguises what stands in a choice, too, and leaves what is put in alone', () => {
    const intl = createIntl({ locale, messages })
    const text = intl.formatMessage({ id: 'error.tooMany.text' }, { seconds: 30 })
    expect(text).not.toContain('Try again in 30 seconds')
    expect(text).toMatch(/30|٣٠/)
    expect(intl.formatMessage({ id: 'error.serverSays' }, { message: 'Quota' })).toContain('Quota')
  })
})

function isText(element: MessageFormatElement): boolean {
  return element.type === TYPE.literal && /[a-z]{2}/i.test(element.value)
}

describe('the language', () => {
  test.each([
    [['en-GB', 'de'], 'en-GB', 'ltr'],
    [['de-AT', 'en-AU'], 'en-AU', 'ltr'],
    [['de', 'fr'], 'en', 'ltr'],
    [[], 'en', 'ltr'],
    [['en-XA'], 'en', 'ltr'],
    [['ar-XB'], 'ar', 'rtl'],
  ])('for %j is %s, %s', async (wanted, locale, direction) => {
    expect(await loadLanguage(wanted)).toMatchObject({ locale, direction })
  })

  test('is English words where nothing is disguised', () => {
    expect(createIntl(english).formatMessage({ id: 'error.retry' })).toBe('Try again')
  })
})
