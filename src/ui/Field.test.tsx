import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Field } from './Field.tsx'

test('a control carries its label, its description and its unit', () => {
  render(
    <Field label="New score" description="kept in the history" suffix="of 10 points">
      {(control) => <input {...control} />}
    </Field>,
  )
  const input = screen.getByRole('textbox', {
    name: 'New score',
    description: 'kept in the history of 10 points',
  })
  expect(input).not.toHaveAttribute('aria-invalid')
})

test('an error belongs to its control', () => {
  render(
    <Field label="New score" error="This is no number.">
      {(control) => <input {...control} />}
    </Field>,
  )
  expect(screen.getByRole('textbox', { name: 'New score', description: 'This is no number.' })).toBeInvalid()
})

test('a control without more to say is described by nothing', () => {
  render(<Field label="Reason">{(control) => <textarea {...control} />}</Field>)
  expect(screen.getByRole('textbox', { name: 'Reason' })).not.toHaveAttribute('aria-describedby')
})
