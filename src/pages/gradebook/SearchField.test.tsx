import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { IntlProvider } from 'react-intl'
import { expect, test } from 'vitest'
import messages from '#src/i18n/en.json?compiled'
import { SearchField } from './SearchField.tsx'

/** The field under a page that takes up a text only when it is told to. */
function setUp() {
  const sent: string[] = []
  const field = (text: string) => (
    <IntlProvider locale="en" messages={messages}>
      <SearchField text={text} onSearch={(value) => sent.push(value)} />
    </IntlProvider>
  )
  const { rerender } = render(field(''))
  return {
    sent,
    show: (text: string) => act(() => rerender(field(text))),
    input: () => screen.getByRole('searchbox'),
  }
}

test('what is typed while the page takes up an earlier text is kept', async () => {
  const { sent, show, input } = setUp()
  await userEvent.type(input(), 'a{Enter}b')
  expect(sent).toEqual(['a'])
  show('a')
  expect(input()).toHaveValue('ab')
})

test('Back and a removed chip are followed, also to a text that was sent before', async () => {
  const { show, input } = setUp()
  await userEvent.type(input(), 'a{Enter}')
  show('a')
  show('')
  expect(input()).toHaveValue('')
  show('a')
  expect(input()).toHaveValue('a')
})
