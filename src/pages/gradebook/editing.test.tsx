import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { SheetSource } from './sheet-source.ts'
import { cell, editor, heard, openTable, said } from './under-test.ts'

type User = Awaited<ReturnType<typeof openTable>>['user']

/** Opens the table in points, with focus on a cell. */
async function at(beginning: string, options: Parameters<typeof openTable>[1] = {}) {
  const app = await openTable('?scores=points', options)
  cell(beginning).focus()
  return app
}

/** Types into the editor that is open, in place of what stands there. */
async function retype(user: User, text: string) {
  await user.clear(editor())
  await user.type(editor(), text)
}

describe('typing', () => {
  test('replaces the score; Enter commits and goes down, with Shift up', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('8')
    expect(editor()).toHaveFocus()
    expect(editor()).toHaveAccessibleName('Homework 3, Amara Okafor')
    expect(editor()).toHaveAttribute('inputmode', 'decimal')
    await user.keyboard('.5{Enter}')
    await waitFor(() => expect(cell('Homework 3, Ada')).toHaveFocus())
    expect(said('Homework 3, Amara')).toContain('changed to 8.5 of 10 points, 85%, not saved')
    await user.keyboard('9{Shift>}{Enter}{/Shift}')
    expect(cell('Homework 3, Amara')).toHaveFocus()
    expect(said('Homework 3, Ada')).toContain('changed to 9 of 10 points')
  })

  test('Tab commits and goes right, with Shift left; arrows commit and move', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('8{Tab}')
    await waitFor(() => expect(cell('Homework 4, Amara')).toHaveFocus())
    await user.keyboard('7{Shift>}{Tab}{/Shift}')
    expect(cell('Homework 3, Amara')).toHaveFocus()
    await user.keyboard('6{ArrowDown}')
    expect(cell('Homework 3, Ada')).toHaveFocus()
    await user.keyboard('5{ArrowLeft}')
    expect(cell('Homework 2, Ada')).toHaveFocus()
    expect(said('Homework 3, Amara')).toContain('changed to 6 of 10')
    expect(said('Homework 3, Ada')).toContain('changed to 5 of 10')
  })

  test('says what was entered, and whose it is, once focus has gone on', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('8.5{Enter}')
    await waitFor(() => expect(cell('Homework 3, Ada')).toHaveFocus())
    expect(heard('8.5 of 10 points, 85%, not saved: Homework 3, Amara Okafor')).toBeInTheDocument()
    await user.keyboard('7{Enter}')
    expect(heard('7 of 10 points, 70%, as it was: Homework 3, Ada Lovelace-Byron')).toBeInTheDocument()
    expect(said('Homework 3, Ada')).not.toContain('not saved')
  })

  test('at the edge the cell keeps the focus, and its name is what is heard', async () => {
    const { user } = await at('Homework 1, Amara')
    await user.keyboard('{Control>}{End}{/Control}')
    const last = document.activeElement
    await user.keyboard('1{Enter}')
    await waitFor(() => expect(last).toHaveFocus())
    expect(last).toHaveAccessibleName(/changed to 1 of \d+ points, .*not saved$/)
    expect(screen.queryByText(/not saved:/, { selector: 'output *' })).toBeNull()
  })

  test('Escape leaves everything as it was', async () => {
    const { user } = await at('Homework 3, Amara')
    const before = said('Homework 3, Amara')
    await user.keyboard('4{Escape}')
    expect(cell('Homework 3, Amara')).toHaveFocus()
    expect(said('Homework 3, Amara')).toBe(before)
  })

  test('what is taken out again changes nothing', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('4{Backspace}{Enter}')
    await waitFor(() => expect(cell('Homework 3, Ada')).toHaveFocus())
    expect(said('Homework 3, Amara')).not.toContain('not saved')
  })

  test('in percent a bare number is a percentage', async () => {
    const { user } = await openTable()
    cell('Homework 3, Amara').focus()
    await user.keyboard('85{Enter}')
    await waitFor(() =>
      expect(said('Homework 3, Amara')).toContain('changed to 8.5 of 10 points, 85%, not saved'),
    )
  })

  test('a comma is a decimal sign where the locale writes so', async () => {
    const { user } = await openTable('?scores=points', { locale: 'en-ZA' })
    cell('Homework 3, Amara').focus()
    await user.keyboard('8,5{Enter}')
    await waitFor(() => expect(said('Homework 3, Amara')).toContain('changed to 8,5 of 10'))
  })

  test('draws the editor and no row', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('{F2}')
    await waitFor(() => expect(editor()).not.toHaveAttribute('aria-busy'))
    const drawn = vi.spyOn(SheetSource.prototype, 'cell')
    await user.keyboard('1{Backspace}2.5')
    expect(editor()).toHaveValue('102.5')
    expect(drawn).not.toHaveBeenCalled()
    drawn.mockRestore()
  })
})

describe('editing', () => {
  for (const [how, open] of [
    ['F2', (user: User) => user.keyboard('{F2}')],
    ['Enter', (user: User) => user.keyboard('{Enter}')],
    ['a double click', (user: User) => user.dblClick(cell('Homework 3, Ada'))],
  ] as const) {
    test(`by ${how} starts from the present score, and arrows stay in the text`, async () => {
      const { user } = await at('Homework 3, Ada')
      await open(user)
      await waitFor(() => expect(editor()).toHaveFocus())
      expect(editor()).toHaveValue('7')
      await user.keyboard('{ArrowLeft}.{Enter}')
      await waitFor(() => expect(said('Homework 3, Ada')).toContain('changed to 0.7 of 10'))
    })
  }

  test('all decimals of a staged score are there, and unchanged it stays as it is', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('8.1234{Enter}{ArrowUp}{F2}')
    expect(editor()).toHaveValue('8.1234')
    await user.keyboard('{Enter}')
    expect(said('Homework 3, Amara')).toContain('changed to 8.12 of 10')
  })

  test('an emptied field says that a blank is no score', async () => {
    const { user } = await at('Homework 3, Ada')
    await user.keyboard('{F2}')
    await waitFor(() => expect(editor()).not.toHaveAttribute('aria-busy'))
    await user.clear(editor())
    await user.keyboard('{Enter}')
    expect(heard(/a blank is no score/)).toBeInTheDocument()
    expect(said('Homework 3, Ada')).not.toContain('not saved')
  })

  test('a click elsewhere commits', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('8')
    await waitFor(() => expect(editor()).not.toHaveAttribute('aria-busy'))
    await user.click(cell('Homework 1, Ada'))
    await waitFor(() => expect(said('Homework 3, Amara')).toContain('changed to 8 of 10'))
    expect(cell('Homework 1, Ada')).toHaveFocus()
  })

  test('one tap selects, another one on the same cell edits', async () => {
    const { user } = await at('Homework 1, Amara')
    const tap = () => user.pointer({ keys: '[TouchA]', target: cell('Homework 3, Ada') })
    await tap()
    expect(cell('Homework 3, Ada')).toHaveFocus()
    expect(screen.queryByRole('textbox', { name: /^Homework/ })).toBeNull()
    await tap()
    expect(editor()).toHaveFocus()
  })

  test('a click selects; it moves an override editor that is open, and opens none', async () => {
    const { user } = await at('Homework 1, Amara')
    await user.click(cell('Homework 3, Ada'))
    expect(cell('Homework 3, Ada')).toHaveFocus()
    expect(screen.queryByRole('complementary')).toBeNull()
    await user.keyboard('{Alt>}{Enter}{/Alt}')
    expect(await screen.findByRole('complementary')).toHaveTextContent('Ada Lovelace')
    await user.click(cell('Homework 3, Amara'))
    await waitFor(() => expect(screen.getByRole('complementary')).toHaveTextContent('Amara Okafor'))
  })
})

describe('what is refused', () => {
  test('says why at the cell, and keeps text and editor', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('abc{Enter}')
    await waitFor(() =>
      expect(editor()).toHaveAccessibleDescription(
        'Type points such as 8 or 8.5, a percentage such as 80%, or 8/10.',
      ),
    )
    expect(heard(/^Type points such as 8/)).toBeInTheDocument()
    expect(editor()).toHaveFocus()
    expect(editor()).toBeInvalid()
    expect(editor()).toHaveValue('abc')
    await retype(user, '-1')
    expect(editor()).not.toHaveAccessibleDescription()
    await user.keyboard('{Tab}')
    expect(editor()).toHaveAccessibleDescription('A score cannot be below 0.')
    await retype(user, '6{Enter}')
    expect(said('Homework 3, Amara')).toContain('changed to 6 of 10')
  })

  test('stays where focus goes elsewhere, and comes back before another cell is edited', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('abc')
    await waitFor(() => expect(editor()).not.toHaveAttribute('aria-busy'))
    await user.click(cell('Homework 1, Ada'))
    expect(cell('Homework 1, Ada')).toHaveFocus()
    expect(editor()).toHaveAccessibleDescription(/^Type points/)
    await user.keyboard('5')
    expect(editor()).toHaveFocus()
    expect(editor()).toHaveValue('abc')
  })

  test('more than the maximum is asked about; a second Enter confirms', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('12{Enter}')
    const question = '12 of 10: extra credit? Enter again confirms.'
    await waitFor(() => expect(editor()).toHaveAccessibleDescription(question))
    expect(heard(question)).toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(said('Homework 3, Amara')).toContain('changed to 12 of 10 points, 120%')
    expect(cell('Homework 3, Ada')).toHaveFocus()
  })

  test('another text is asked about anew', async () => {
    const { user } = await at('Homework 3, Amara')
    await user.keyboard('12{Enter}')
    await waitFor(() => expect(editor()).toHaveAccessibleDescription(/extra credit/))
    await user.keyboard('3{Enter}')
    expect(editor()).toHaveAccessibleDescription('123 of 10: extra credit? Enter again confirms.')
  })

  test('a locked cell says why instead of opening', async () => {
    const { user } = await at('Homework 3, Amara', { scenario: 'frozen' })
    await user.keyboard('8')
    expect(heard('Grades are frozen for this course.')).toBeInTheDocument()
    expect(screen.queryByRole('textbox', { name: /^Homework/ })).toBeNull()
    expect(cell('Homework 3, Amara')).toHaveFocus()
  })

  test('totals and names are not typed', async () => {
    const { user } = await at('Homework 1, Amara')
    await user.keyboard('{ArrowLeft}5')
    expect(heard(/total is computed/)).toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('menu', { name: 'Amara Okafor' })).toBeVisible()
  })
})

test('each text that is no score has a reason of its own, and stays', async () => {
  const { user } = await at('Homework 3, Amara')
  await user.keyboard('x{Enter}')
  await waitFor(() => expect(editor()).toHaveAccessibleDescription(/^Type points/))
  for (const [text, why] of [
    ['1e3', 'Write the number out, without an exponent.'],
    ['8,5', 'Write decimals with a point: 8.5.'],
    ['8/20', 'This assignment has 10 points, not 20.'],
    ['08-Oct', /^Type points such as 8/],
    ['-2%', 'A score cannot be below 0.'],
    ['Infinity', /^This is not a score/],
  ] as const) {
    await retype(user, `${text}{Enter}`)
    expect(editor()).toHaveAccessibleDescription(why)
    expect(editor()).toHaveValue(text)
  }
  await retype(user, '80%{Enter}')
  expect(said('Homework 3, Amara')).toContain('changed to 8 of 10')
})

test('the Enter that ends a composition commits nothing', async () => {
  const { user } = await at('Homework 3, Amara')
  await user.keyboard('7')
  fireEvent.keyDown(editor(), { key: 'Enter', isComposing: true })
  await waitFor(() => expect(editor()).not.toHaveAttribute('aria-busy'))
  fireEvent.keyDown(editor(), { key: 'Enter', isComposing: true })
  fireEvent.keyDown(editor(), { key: 'Enter', keyCode: 229 })
  expect(editor()).toHaveValue('7')
  expect(said('Homework 3, Amara')).not.toContain('not saved')
  await user.keyboard('{Enter}')
  expect(said('Homework 3, Amara')).toContain('changed to 7 of 10')
})

test('while the editor is loaded nothing typed is lost, and a commit waits for it', async () => {
  const { user } = await at('Homework 3, Amara')
  fireEvent.keyDown(cell('Homework 3, Amara'), { key: '7' })
  expect(editor()).toHaveFocus()
  expect(editor()).toHaveValue('7')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(said('Homework 3, Amara')).toContain('changed to 7 of 10'))
})

test('whoever types faster than the editor is loaded finds each score in its cell', async () => {
  const { user } = await at('Homework 1, Amara')
  await user.keyboard('3{Enter}4.5{Enter}55{Backspace}{Enter}6{Tab}2')
  await waitFor(() => expect(editor()).toHaveAccessibleName('Homework 2, Chen Wei'))
  expect(editor()).toHaveValue('2')
  expect(said('Homework 1, Amara')).toContain('changed to 3 of 10')
  expect(said('Homework 1, Ada')).toContain('changed to 4.5 of 10')
  expect(said('Homework 1, Björn')).toContain('changed to 5 of 10')
  expect(said('Homework 1, Chen')).toContain('changed to 6 of 10')
})

/** Presses keys at once, as they come from somebody who waits for nothing: the editor is not loaded by then. */
function pressAt(target: HTMLElement, ...keys: readonly string[]) {
  act(() => target.focus())
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? target, { key })
}

test('whoever goes elsewhere before the editor is loaded finds each score in its cell', async () => {
  await at('Homework 1, Chen')
  pressAt(cell('Homework 1, Chen'), '6', 'Enter', '4')
  pressAt(cell('Homework 1, Amara'), '7', '5', 'Backspace', 'Enter')
  pressAt(cell('Homework 2, Björn'), '9')
  await waitFor(() => expect(editor()).toHaveAccessibleName(/^Homework 2, Björn/))
  expect(editor()).toHaveValue('9')
  expect(said('Homework 1, Chen')).toContain('changed to 6 of 10')
  expect(said('Homework 1, نورة')).toContain('changed to 4 of 10')
  expect(said('Homework 1, Amara')).toContain('changed to 7 of 10')
})

test('what was typed elsewhere behind a refused score is told, not dropped in silence', async () => {
  await at('Homework 1, Chen')
  pressAt(cell('Homework 1, Chen'), 'x', 'Enter')
  pressAt(cell('Homework 1, Amara'), '7', '5')
  expect(await screen.findAllByText(/^Not entered: “75” for Homework 1, Amara/)).not.toHaveLength(0)
  expect(editor()).toHaveValue('x')
  expect(editor()).toHaveFocus()
})

test('an input method writes into the field that its first key opens', async () => {
  await at('Homework 3, Amara')
  const target = cell('Homework 3, Amara')
  const press = createEvent.keyDown(target, { key: 'Process' })
  fireEvent(target, press)
  expect(press.defaultPrevented).toBe(false)
  expect(editor()).toHaveFocus()
  expect(editor()).toHaveValue('')
  expect(within(target).getByRole('textbox')).toBe(editor())
})
