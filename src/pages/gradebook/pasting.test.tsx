import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { cell, heard, openTable, said } from './under-test.ts'

/** Opens the table in points, with focus on a cell. */
async function at(beginning: string, options: Parameters<typeof openTable>[1] = {}) {
  const app = await openTable('?scores=points', options)
  cell(beginning).focus()
  return app
}

const toBe = (beginning: string, words: string) =>
  waitFor(() => expect(said(beginning)).toContain(`changed to ${words}`))

describe('pasting a block', () => {
  test('keeps its shape, tells what became of it, and is undone as one step', async () => {
    const { user } = await at('Homework 1, Amara')
    await user.paste('1\t2\r\n3\t5\r\n')
    await toBe('Homework 1, Amara', '1 of 10')
    expect(said('Homework 2, Amara')).toContain('changed to 2 of 10')
    expect(said('Homework 1, Ada')).toContain('changed to 3 of 10')
    expect(said('Homework 2, Ada')).not.toContain('not saved')
    expect(heard('3 scores pasted, not saved · 1 unchanged.')).toBeInTheDocument()
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(heard('Undone: 3 changes')).toBeInTheDocument())
    expect(said('Homework 1, Ada')).not.toContain('not saved')
  })

  test('one value fills the selection', async () => {
    const { user } = await at('Homework 1, Amara')
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await user.paste('6')
    await toBe('Homework 1, Björn', '6 of 10')
    expect(said('Homework 1, Ada')).toContain('changed to 6 of 10')
  })

  test('says which texts are refused and why; blanks leave cells as they are', async () => {
    const { user } = await at('Homework 1, Amara')
    await user.paste('1\tten\n\t08-Oct')
    await toBe('Homework 1, Amara', '1 of 10')
    const told = heard(/^1 score pasted, not saved · 2 refused\. Homework 2, Amara Okafor: Type points/)
    expect(told).toHaveTextContent('Homework 2, Ada Lovelace-Byron: This looks like a date')
    expect(said('Homework 1, Ada')).not.toContain('not saved')
  })

  test('what does not stand on a score is left out', async () => {
    const { user } = await at('Homework 1, Amara')
    await user.keyboard('{Home}')
    await user.paste('Amara\t90%\t4')
    await toBe('Homework 1, Amara', '4 of 10')
    expect(heard('1 score pasted, not saved · 2 left out, not on a score.')).toBeInTheDocument()
  })

  test('the server’s own score takes a staged one back', async () => {
    const { user } = await at('Homework 1, Amara')
    await user.paste('4')
    await toBe('Homework 1, Amara', '4 of 10')
    await user.paste('9')
    await waitFor(() => expect(said('Homework 1, Amara')).not.toContain('not saved'))
  })

  test('asks once about all that is more than the maximum', async () => {
    const { user } = await at('Homework 1, Amara')
    await user.paste('12\t5\t13')
    const dialog = await screen.findByRole('dialog', { name: 'Extra credit in 2 cells?' })
    await user.click(within(dialog).getByRole('button', { name: 'Leave out' }))
    await toBe('Homework 2, Amara', '5 of 10')
    expect(heard(/2 refused\. Homework 1, Amara Okafor: More than the maximum\./)).toBeInTheDocument()
    await user.keyboard('{Control>}z{/Control}')
    await user.click(cell('Homework 1, Amara'))
    await user.paste('12\t5\t13')
    await user.click(await screen.findByRole('button', { name: 'Paste as extra credit' }))
    await toBe('Homework 3, Amara', '13 of 10')
    expect(said('Homework 1, Amara')).toContain('changed to 12 of 10')
    await user.click(cell('Homework 1, Ada'))
    await user.paste('12')
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(heard('Nothing pasted.')).toBeInTheDocument())
    expect(said('Homework 1, Ada')).not.toContain('not saved')
  })

  test('into locked cells says why', async () => {
    const { user } = await at('Homework 1, Amara', { scenario: 'frozen' })
    await user.paste('4')
    await waitFor(() => expect(heard('Grades are frozen for this course.')).toBeInTheDocument())
    expect(said('Homework 1, Amara')).not.toContain('not saved')
  })
})
