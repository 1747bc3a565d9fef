import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '#src/testing.tsx'

test('lists the courses one teaches before those one learns in, with the past ones apart', async () => {
  await renderApp('/')
  const teaching = screen.getByRole('region', { name: 'You teach' })
  const learning = screen.getByRole('region', { name: 'You learn' })
  expect(teaching.compareDocumentPosition(learning)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(within(teaching).getByRole('heading', { name: 'Past' })).toBeVisible()
})
