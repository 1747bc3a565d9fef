import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { MockLms } from '#mocks/node.ts'
import {
  button,
  cell,
  closed,
  entries,
  courseId,
  openEditor,
  overrideBehind,
  panel,
  people,
  reasonField,
  said,
  save,
  scoreField,
  writes,
  openFromTable,
} from './under-test.ts'

const { ada, amara, bjorn, chen } = people

const confirmation = () => screen.getByLabelText('12 of 10: extra credit')

function lastOverride({ world }: MockLms) {
  const write = world.school.journal.at(-1)
  return write?.kind === 'override' ? write.item : undefined
}

function footRow(): Element {
  const [, , foot] = screen.getByRole('grid').querySelectorAll('[role=rowgroup]')
  if (!foot) throw new Error('The table has no foot')
  return foot
}

describe('saving', () => {
  test('cell, total and foot show the new grade; focus returns to the cell; it is said', async () => {
    const { user, lms, router } = await openEditor(bjorn, 'hw_03')
    const total = said('Total, Björn')
    const foot = footRow().textContent
    await save(user, '100/10', 'Re-marked question 4')
    await user.click(screen.getByLabelText('100 of 10: extra credit'))
    await user.click(button('Save'))
    await closed()
    expect(said('Homework 3, Björn')).toBe('Homework 3, Björn Þórsson, 100 of 10 points, 1,000%, overridden')
    expect(said('Total, Björn')).not.toBe(total)
    expect(footRow().textContent).not.toBe(foot)
    expect(router.state.location.pathname).toBe(`/${courseId}`)
    await waitFor(() => expect(cell('Homework 3, Björn')).toHaveFocus())
    expect(
      screen.getAllByText('Saved: Homework 3 for Björn Þórsson, 100 of 10.', { exact: false }),
    ).not.toHaveLength(0)
    expect(lms.world.school.journal.at(-1)).toMatchObject({
      item: { userId: 1003, grade: { earnedGraded: 100, comment: 'Re-marked question 4' } },
    })
  })

  test('opened again, the history has the new entry', async () => {
    const { user } = await openEditor(ada, 'lab_03')
    await save(user, '18.5', 'Found a page')
    await closed()
    await openFromTable(user, 'Lab 3, Ada')
    await screen.findByText('Found a page', { selector: 'ol bdi' })
    const [newest] = entries()
    expect(newest).toHaveTextContent('16 to 18.5 · Found a page')
    expect(newest).toHaveTextContent('nuria.haddad · gradebook · 20 Nov')
  })

  test('Enter twice and a double click send once', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    await user.type(scoreField(), '9')
    lms.change({ latency: 200 })
    await user.keyboard('{Enter}{Enter}')
    await user.dblClick(button('Save'))
    await closed()
    expect(writes(lms)).toHaveLength(1)
  })

  test.each([
    ['80%', 8],
    ['8/10', 8],
    ['8.12345', 8.1235],
  ])('%s is understood', async (text, earned) => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    await save(user, text)
    await closed()
    expect(lastOverride(lms)?.grade?.earnedGraded).toBe(earned)
  })

  test('a decimal comma is understood where the locale writes so, and shown so', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03', { locale: 'en-DE' })
    await user.type(scoreField(), '8,5')
    expect(scoreField()).toHaveAccessibleDescription(expect.stringMatching(/85\s%$/))
    await user.keyboard('{Enter}')
    await closed()
    expect(lastOverride(lms)?.grade?.earnedGraded).toBe(8.5)
  })

  test('without the grade having been read, what the table told is compared with the server', async () => {
    const { user, lms } = await openEditor(amara, 'hw_03')
    lms.change({ faults: ['html-error'] })
    await openFromTable(user, 'Homework 3, Björn')
    await screen.findByText('The server sent a page instead of data')
    lms.change({ faults: [] })
    await save(user, '9')
    await closed()
    expect(said('Homework 3, Björn')).toContain('9 of 10 points, 90%, overridden')

    lms.change({ faults: ['html-error'] })
    await openFromTable(user, 'Homework 3, Ada')
    await screen.findByText('The server sent a page instead of data')
    lms.change({ faults: [] })
    overrideBehind(lms, ada, 'hw_03', { earnedGraded: 1 })
    await save(user, '9')
    expect(await within(panel()).findByText('Somebody else changed this grade')).toBeVisible()
  })

  test('a score equal to the present one is meant, too: the history has a reason to tell', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    await save(user, '7')
    await closed()
    expect(writes(lms)).toHaveLength(1)
  })
})

describe('before saving', () => {
  test.each([
    ['eight', 'Type points such as 8 or 8.5'],
    ['-1', 'A score cannot be below 0.'],
    ['8,5', 'Write decimals with a point: 8.5.'],
    ['8/20', 'This assignment has 10 points, not 20.'],
    ['1e3', 'Write the number out'],
    [' ', 'Type a score first.'],
  ])('%s is refused next to the field, and stays there', async (text, problem) => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    await save(user, text, 'Because')
    expect(scoreField()).toBeInvalid()
    expect(scoreField()).toHaveAccessibleDescription(expect.stringContaining(problem))
    expect(scoreField()).toHaveValue(text)
    expect(scoreField()).toHaveFocus()
    expect(screen.getByText(problem, { exact: false, selector: 'output *' })).toBeInTheDocument()
    expect(writes(lms)).toEqual([])
    await user.type(scoreField(), '1')
    expect(scoreField()).toBeValid()
  })

  test('more than the maximum has to be confirmed, anew for each score', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    await save(user, '12')
    expect(scoreField()).toHaveAccessibleDescription(expect.stringContaining('more than the 10 points'))
    expect(confirmation()).toHaveFocus()
    await user.click(confirmation())
    await user.clear(scoreField())
    await user.type(scoreField(), '12')
    expect(confirmation()).not.toBeChecked()
    expect(writes(lms)).toEqual([])
    await user.click(confirmation())
    await user.click(button('Save'))
    await closed()
    expect(said('Homework 3, Björn')).toContain('12 of 10 points, 120%')
  })

  test('a reason may have 300 characters; near the end they are counted', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    await user.click(reasonField())
    await user.paste('x'.repeat(249))
    expect(reasonField()).toHaveAccessibleDescription('kept in the history')
    await user.paste('🙂')
    expect(reasonField()).toHaveAccessibleDescription('kept in the history 50 left')
    await user.paste('x'.repeat(52))
    expect(reasonField()).toHaveAccessibleDescription(expect.stringContaining('2 characters too many'))
    await save(user, '9')
    expect(reasonField()).toHaveFocus()
    expect(writes(lms)).toEqual([])
  })

  test('reasons used lately are offered', async () => {
    const { user } = await openEditor(bjorn, 'hw_03')
    await save(user, '9', 'Oral exam instead')
    await closed()
    await openFromTable(user, 'Homework 3, Amara')
    await user.click(await screen.findByRole('button', { name: 'Oral exam instead' }))
    expect(reasonField()).toHaveValue('Oral exam instead')
    expect(reasonField()).toHaveFocus()
    expect(screen.queryByRole('button', { name: 'Oral exam instead' })).toBeNull()
  })

  test('the effect on the total is estimated from the policy', async () => {
    const { user } = await openEditor(amara, 'hw_03')
    expect(within(panel()).getByText('Total')).toBeVisible()
    await user.type(scoreField(), '0')
    expect(within(panel()).getByText('Total, estimated')).toBeVisible()
    expect(panel()).toHaveTextContent('from 15% Homework, lowest 2 dropped')
    await user.clear(scoreField())
    await user.type(scoreField(), 'much')
    expect(within(panel()).queryByText('Total, estimated')).toBeNull()
  })
})

describe('clearing an override', () => {
  test('says what it means, and lets the original count again', async () => {
    const { user, lms } = await openEditor(ada, 'lab_03')
    await user.click(button('Clear override'))
    expect(panel()).toHaveTextContent(
      /The original score counts again: [\d.]+ of 20\. The record stays in the history\./,
    )
    expect(screen.queryByLabelText('New score')).toBeNull()
    await user.type(reasonField(), 'Taken back')
    await user.click(button('Clear override'))
    await closed()
    expect(screen.getAllByText(/^Cleared: Lab 3 for Ada Lovelace-Byron\./)).not.toHaveLength(0)
    expect(said('Lab 3, Ada')).not.toContain('overridden')
    expect(lastOverride(lms)?.grade).toEqual({
      earnedAll: null,
      possibleAll: null,
      earnedGraded: null,
      possibleGraded: null,
      comment: 'Taken back',
    })
  })

  test('can be thought better of', async () => {
    const { user, lms } = await openEditor(ada, 'lab_03')
    await user.click(button('Clear override'))
    await user.click(button('Keep it'))
    expect(scoreField()).toBeVisible()
    await user.keyboard('{Escape}')
    expect(writes(lms)).toEqual([])
    expect(said('Lab 3, Ada')).toContain('16 of 20 points, 80%, overridden')
  })

  test('where nothing was earned, warns that the learner then shows 0', async () => {
    const { user } = await openEditor(chen, 'hw_02')
    await save(user, '5')
    await closed()
    await openFromTable(user, 'Homework 2, Chen')
    await user.click(await screen.findByText('Clear override'))
    expect(panel()).toHaveTextContent('A learner who had not attempted it then shows 0.')
  })

  test('where there is no override nothing can be sent, and it says so', async () => {
    const { user, lms } = await openEditor(bjorn, 'hw_03')
    const clear = button('Clear override')
    expect(clear).toHaveAccessibleDescription('There is no override to clear.')
    await user.click(clear)
    expect(scoreField()).toBeVisible()
    expect(writes(lms)).toEqual([])
  })

  test('an override that somebody has cleared meanwhile is not cleared again', async () => {
    const { user, lms } = await openEditor(ada, 'lab_03')
    const nothing = { earnedAll: null, possibleAll: null, earnedGraded: null, possibleGraded: null }
    overrideBehind(lms, ada, 'lab_03', { ...nothing, comment: 'Mine' })
    await user.click(button('Clear override'))
    await user.click(button('Clear override'))
    expect(await screen.findAllByText(/^Nothing was sent: Lab 3 for Ada/)).not.toHaveLength(0)
    expect(writes(lms)).toEqual([])
  })
})
