import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { UserEvent } from '@testing-library/user-event'
import { lms as backend } from '#src/lms/connect.ts'
import { findTray, inDialog, inTray, openCourse, stage, subsection } from './under-test.ts'

const [amara, bjorn, chen] = ['1001', '1003', '1004'] as const

async function openReview(user: UserEvent) {
  await findTray()
  await user.click(inTray().getByRole('button', { name: 'Review' }))
  return screen.findByRole('dialog', { name: /^Review/ })
}
const line = (name: string) => {
  const found = inDialog()
    .getAllByRole('listitem')
    .find((item) => item.textContent.includes(name))
  if (!found) throw new Error(`no line says ${name}`)
  return found
}

describe('the review', () => {
  test('lists each change as was and will be, with the estimated total of the learner', async () => {
    const { gradebook, user } = await openCourse()
    stage(gradebook, [bjorn, 'hw_03', 2], [bjorn, 'hw_01', 10], [chen, 'hw_02', 9.5])
    await openReview(user)
    expect(screen.getByRole('dialog')).toHaveAccessibleName('Review 3 changes')
    expect(line('Homework 3')).toHaveTextContent('7 of 10 points, 70% to 2 of 10 points, 20%lowers the grade')
    expect(line('Homework 2')).toHaveTextContent('not attempted to 9.5 of 10 points, 95%')
    const group = inDialog().getByRole('region', { name: 'Björn Þórsson' })
    expect(group).toHaveTextContent(/Total, estimated: \d+%.* to \d+%/)
    await user.click(inDialog().getByRole('radio', { name: 'By assignment' }))
    expect(inDialog().getByRole('region', { name: 'Homework 2' })).toHaveTextContent('Chen Wei')
    await user.click(inDialog().getByRole('radio', { name: 'Lower or erase 1' }))
    expect(inDialog().getAllByRole('listitem')).toHaveLength(1)
  })

  test('one reason for all that have none of their own; each its own; saved with them', async () => {
    const { gradebook, user, lms } = await openCourse()
    stage(gradebook, [amara, 'hw_01', 1], [bjorn, 'hw_01', 2], [chen, 'hw_01', 3])
    await openReview(user)
    await user.type(within(line('1 of 10')).getByRole('textbox'), 'Copied{Enter}')
    await user.type(inDialog().getByRole('textbox', { name: /^Reason for 2 changes/ }), 'Late{Enter}')
    expect(within(line('2 of 10')).getByRole('textbox')).toHaveValue('Late')
    expect(within(line('1 of 10')).getByRole('textbox')).toHaveValue('Copied')
    await user.click(inDialog().getByRole('button', { name: 'Save 3 changes' }))
    expect(await inTray().findByText('3 saved')).toBeVisible()
    expect(
      lms.world.school.journal.map((write) => write.kind === 'override' && write.item.grade?.comment),
    ).toEqual(expect.arrayContaining(['Copied', 'Late', 'Late']))
  })

  test('a reason that is too long is not given, and says by how much', async () => {
    const { gradebook, user } = await openCourse()
    stage(gradebook, [amara, 'hw_01', 1])
    await openReview(user)
    const field = inDialog().getByRole('textbox', { name: /^Reason for/ })
    await user.click(field)
    await user.paste('x'.repeat(302))
    await user.tab()
    expect(inDialog().getByText(/^2 characters too many/)).toBeVisible()
    expect([...gradebook.edits.state().edits.values()][0]?.reason).toBeNull()
    expect(inDialog().getByRole('button', { name: 'Save 1 change' })).toBeDisabled()
  })

  test('drops single changes; the focus stays in the list', async () => {
    const { gradebook, user } = await openCourse()
    stage(gradebook, [amara, 'hw_01', 1], [amara, 'hw_02', 2])
    await openReview(user)
    await user.click(inDialog().getByRole('button', { name: 'Drop the change: Homework 1, Amara Okafor' }))
    expect(inDialog().getAllByRole('listitem')).toHaveLength(1)
    expect(inDialog().getByRole('button', { name: /^Drop the change: Homework 2/ })).toHaveFocus()
    await user.click(inDialog().getByRole('button', { name: /^Drop the change: Homework 2/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByRole('grid')).toContainElement(document.activeElement as HTMLElement)
  })

  test('a conflict: theirs with who and when, mine, what I started from; and the decision', async () => {
    const { gradebook, user } = await openCourse()
    stage(gradebook, [amara, 'hw_01', 1], [bjorn, 'hw_03', 10])
    await findTray()
    const items = [amara, bjorn].map((learnerId) => ({
      learnerId,
      subsectionId: subsection(learnerId === amara ? 'hw_01' : 'hw_03'),
      earned: 4,
      possible: null,
      reason: 'Seen first',
    }))
    await backend().saveOverrides?.({ courseId: gradebook.courseId, items })
    await user.click(inTray().getByRole('button', { name: 'Save' }))
    expect(await inTray().findAllByText('2 in conflict')).not.toHaveLength(0)
    await openReview(user)
    const found = line('Homework 3')
    expect(found).toHaveTextContent(/Theirs4 of 10 points, 40%.*Seen first/)
    expect(found).toHaveTextContent(/Mine10 of 10 points, 100%/)
    expect(found).toHaveTextContent(/What I started from7 of 10 points, 70%/)
    await user.click(inDialog().getByRole('button', { name: 'Take theirs, Homework 3, Björn Þórsson' }))
    await user.click(inDialog().getByRole('button', { name: /^Keep mine, Homework 1/ }))
    await user.click(inDialog().getByRole('button', { name: 'Save 1 change' }))
    expect(await inTray().findByText('1 saved')).toBeVisible()
    expect(gradebook.edits.state().edits.size).toBe(0)
  })

  test('big trays are drawn in parts', async () => {
    const { gradebook, user } = await openCourse({ learners: 30 })
    const blocks = ['hw_01', 'hw_02', 'hw_03', 'hw_04', 'hw_05']
    const ids = gradebook.sheet.learners.slice(0, 24).map(({ id }) => id)
    stage(gradebook, ...ids.flatMap((id) => blocks.map((block) => [id, block, 3.25] as const)))
    await openReview(user)
    expect(inDialog().getAllByRole('listitem')).toHaveLength(100)
    await user.click(inDialog().getByRole('button', { name: 'Show 20 more of 20' }))
    expect(inDialog().getAllByRole('listitem')).toHaveLength(120)
  })
})
