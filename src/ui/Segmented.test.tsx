import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Segmented } from './Segmented.tsx'

const OPTIONS = [
  { value: 'percent', label: 'Percent' },
  { value: 'points', label: 'Points' },
] as const

function Choice() {
  const [value, setValue] = useState<'percent' | 'points'>('percent')
  return <Segmented label="Show scores as" value={value} options={OPTIONS} onChange={setValue} />
}

test('is a radio group: one tab stop, chosen by click and by arrow', async () => {
  const user = userEvent.setup()
  render(<Choice />)
  expect(screen.getByRole('radiogroup', { name: 'Show scores as' })).toBeInTheDocument()
  await user.tab()
  expect(screen.getByRole('radio', { name: 'Percent' })).toHaveFocus()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('radio', { name: 'Points' })).toBeChecked()
  await user.click(screen.getByText('Percent'))
  expect(screen.getByRole('radio', { name: 'Percent' })).toBeChecked()
})
