import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import { dayText } from './day-text.ts'

test.each(['America/Los_Angeles', 'UTC', 'Pacific/Auckland'])('a day is the same day in %s', (timeZone) => {
  const intl = createIntl({ locale: 'en', timeZone })
  expect(dayText(intl, '2020-11-26')).toBe('Nov 26, 2020')
  expect(dayText(intl, '2020-03-28 23:21:24.354019')).toBe('Mar 28, 2020')
})

test('what is no day stays as it was told', () => {
  const intl = createIntl({ locale: 'en' })
  expect(dayText(intl, 'long ago')).toBe('long ago')
  expect(dayText(intl, '2020-13-99')).toBe('2020-13-99')
})
