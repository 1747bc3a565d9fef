import { waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { cell, editor, openTable } from './under-test.ts'

/** By then learners can open the last lab. */
const OPENED = '2026-12-20T09:00:00Z'

/** Opens the labs, with focus on the last one, which nobody has attempted: no row tells its points. */
async function atBlank(now?: string) {
  const app = await openTable('?type=Lab', { subsections: undefined, now })
  cell('Lab 10, Amara').focus()
  const reads = () => app.lms.requests.filter((line) => line.includes('/subsection/'))
  return { ...app, blank: cell('Lab 10, Amara'), reads }
}

test('a percentage waits until the points have been read, once for a column', async () => {
  const { user, blank, reads } = await atBlank(OPENED)
  await user.keyboard('50{Enter}')
  await waitFor(() =>
    expect(blank).toHaveAccessibleName(/changed to [\d.]+ of [\d.]+ points, 50%, not saved$/),
  )
  expect(reads()).toHaveLength(1)
  blank.focus()
  await user.keyboard('60{Enter}')
  await waitFor(() => expect(blank).toHaveAccessibleName(/points, 60%, not saved$/))
  expect(reads()).toHaveLength(1)
})

test('where they cannot be read it says why, keeps the text, and Enter tries again', async () => {
  const { user, lms, blank } = await atBlank(OPENED)
  lms.change({ faults: ['offline'] })
  await user.keyboard('50{Enter}')
  await waitFor(() =>
    expect(editor()).toHaveAccessibleDescription(
      /^How many points there are could not be read: .*Enter tries/,
    ),
  )
  expect(editor()).toHaveValue('50')
  expect(editor()).toHaveFocus()
  lms.change({ faults: [] })
  await user.keyboard('{Enter}')
  await waitFor(() => expect(blank).toHaveAccessibleName(/points, 50%, not saved$/))
})

test('where the learner cannot open the assignment it says so, and keeps the text', async () => {
  const { user, blank } = await atBlank()
  await user.keyboard('50{Enter}')
  await waitFor(() =>
    expect(editor()).toHaveAccessibleDescription('This learner cannot open the assignment.'),
  )
  expect(editor()).toHaveValue('50')
  await user.keyboard('{Escape}')
  expect(blank).toHaveAccessibleName(/, not attempted$/)
})
