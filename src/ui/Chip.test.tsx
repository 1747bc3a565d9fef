import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { Chip, Chips } from './Chip.tsx'

function Filters() {
  const [names, setNames] = useState(['Track', 'Cohort', 'Total'])
  return (
    <Chips label="Filters">
      {names.map((name) => (
        <Chip
          key={name}
          label={name}
          removeLabel={`Remove filter: ${name}`}
          onRemove={() => setNames(names.filter((other) => other !== name))}
        >
          some
        </Chip>
      ))}
    </Chips>
  )
}

test('each chip names what its button takes away, and focus goes to the chip beside', async () => {
  const user = userEvent.setup()
  render(<Filters />)
  expect(screen.getByRole('list', { name: 'Filters' })).toHaveTextContent(
    /^Track some.*Cohort some.*Total some/,
  )
  await user.click(screen.getByRole('button', { name: 'Remove filter: Cohort' }))
  expect(screen.getByRole('button', { name: 'Remove filter: Total' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('button', { name: 'Remove filter: Track' })).toHaveFocus()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})
