import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { cell, editor, heard, openTable, said } from './under-test.ts'

/** Opens the table in points, with focus on a cell. */
async function at(beginning: string, options: Parameters<typeof openTable>[1] = {}) {
  const app = await openTable('?scores=points', options)
  cell(beginning).focus()
  return app
}

const REDO = '{Control>}{Shift>}z{/Shift}{/Control}'
const subsections = ({ requests }: { readonly requests: readonly string[] }) =>
  requests.filter((line) => line.includes('/subsection/'))

describe('undo and redo', () => {
  test('take staged scores back and forth, go there and say what is there', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('8{Enter}')
    await waitFor(() => expect(cell('Homework 3, Ada')).toHaveFocus())
    await user.keyboard('9{Enter}{Control>}z{/Control}')
    await waitFor(() => expect(said('Homework 3, Ada')).not.toContain('not saved'))
    expect(cell('Homework 3, Ada')).toHaveFocus()
    expect(heard('Undone: Homework 3, Ada Lovelace-Byron, 7 of 10 points, 70%')).toBeInTheDocument()
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(said('Homework 3, Amara')).not.toContain('not saved'))
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(heard(/nothing to undo here/)).toBeInTheDocument())
    await user.keyboard(`${REDO}{Control>}y{/Control}${REDO}`)
    await waitFor(() => expect(said('Homework 3, Ada')).toContain('changed to 9 of 10'))
    expect(said('Homework 3, Amara')).toContain('changed to 8 of 10')
    await waitFor(() => expect(heard('There is nothing to redo.')).toBeInTheDocument())
  })

  test('Ctrl+Z in the editor is the text field’s own', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('8{Enter}')
    await waitFor(() => expect(cell('Homework 3, Ada')).toHaveFocus())
    await user.keyboard('9{Control>}z{/Control}')
    expect(editor()).toHaveFocus()
    expect(said('Homework 3, Amara')).toContain('changed to 8 of 10')
  })
})

describe('Delete', () => {
  test('stages that an override goes, once it has been read that there is one', async () => {
    const { user, lms } = await openTable('?scores=points&type=Lab', { subsections: undefined })
    cell('Lab 3, Ada').focus()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(said('Lab 3, Ada')).toContain('no override'))
    expect(heard('1 override will be cleared when you save.')).toBeInTheDocument()
    expect(subsections(lms)).toHaveLength(1)
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(said('Lab 3, Ada')).not.toContain('not saved'))
    expect(said('Lab 3, Ada')).toContain('overridden')
  })

  test('says so and stages nothing where there is none', async () => {
    const { user } = await at('Homework 3, Amara')
    const before = said('Homework 3, Amara')
    await user.keyboard('{Backspace}')
    await waitFor(() => expect(heard('There is no override to clear.')).toBeInTheDocument())
    expect(said('Homework 3, Amara')).toBe(before)
  })

  test('takes a staged change back where there is no override', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('8{Enter}')
    await waitFor(() => expect(cell('Homework 3, Ada')).toHaveFocus())
    await user.keyboard('{ArrowUp}{Delete}')
    await waitFor(() => expect(heard(/^1 change taken back/)).toBeInTheDocument())
    expect(said('Homework 3, Amara')).not.toContain('not saved')
  })

  test('reads nothing where nobody has attempted anything', async () => {
    const { user, lms } = await at('Homework 2, Chen')
    await user.keyboard('{Delete}')
    await waitFor(() => expect(heard('There is no override to clear.')).toBeInTheDocument())
    expect(subsections(lms)).toEqual([])
  })

  test('tells why it could not be read, and changes nothing', async () => {
    const { user, lms } = await at('Homework 3, Amara')
    lms.change({ faults: ['offline'] })
    await user.keyboard('{Delete}')
    await waitFor(() => expect(heard(/^1 grade could not be read: /)).toBeInTheDocument())
    expect(said('Homework 3, Amara')).not.toContain('not saved')
  })
})

describe('Ctrl+D', () => {
  test('fills the first selected row down, as one step', async () => {
    const { user } = await at('Homework 1, Amara')
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}{Control>}d{/Control}')
    await waitFor(() => expect(said('Homework 1, Ada')).toContain('changed to 9 of 10'))
    expect(said('Homework 2, Ada')).toContain('changed to 8 of 10')
    expect(said('Homework 1, Björn')).toContain('changed to 9 of 10')
    expect(heard(/^4 cells filled/)).toBeInTheDocument()
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(() => expect(heard('Undone: 4 changes')).toBeInTheDocument())
    expect(said('Homework 2, Ada')).not.toContain('not saved')
  })

  test('copies from the row above where one row is selected; blanks are left alone', async () => {
    const { user } = await at('Homework 1, Ada')
    await user.keyboard('{Control>}d{/Control}')
    await waitFor(() => expect(said('Homework 1, Ada')).toContain('changed to 9 of 10'))
    cell('Homework 2, Chen').focus()
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Control>}d{/Control}')
    await waitFor(() => expect(heard(/^Nothing filled down, 1 blank cell/)).toBeInTheDocument())
  })

  test('says why where grades are locked', async () => {
    const { user } = await at('Homework 1, Ada', { scenario: 'frozen' })
    await user.keyboard('{Control>}d{/Control}{Delete}')
    await waitFor(() => expect(screen.getAllByText('Grades are frozen for this course.')).not.toHaveLength(0))
    expect(said('Homework 1, Ada')).not.toContain('not saved')
  })
})
