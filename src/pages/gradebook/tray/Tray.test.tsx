import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { findTray, inDialog, inTray, openCourse, stage } from './under-test.ts'

const [amara, bjorn, chen] = ['1001', '1003', '1004'] as const
const button = (name: string) => inTray().getByRole('button', { name })

describe('the tray', () => {
  test('comes with the first change; says how many, for whom, and what they take away', async () => {
    const { gradebook } = await openCourse()
    expect(screen.queryByRole('region', { name: 'Changes' })).toBeNull()
    stage(gradebook, [amara, 'hw_01', 1], [bjorn, 'hw_01', 2], [bjorn, 'hw_03', 10])
    expect(await findTray()).toHaveTextContent('3 changes for 2 learners · 2 lower or erase a grade')
  })

  test('saves; says so; the focus stays; then nothing is left but the saved batch', async () => {
    const { gradebook, user, lms } = await openCourse()
    stage(gradebook, [amara, 'hw_01', 1], [bjorn, 'hw_01', 2])
    await findTray()
    lms.change({ latency: 50 })
    await user.click(button('Save'))
    expect(inTray().getByRole('progressbar')).toHaveAttribute(
      'aria-valuetext',
      'Comparing with the server: 0 of 2',
    )
    expect(await inTray().findByText('2 saved')).toBeVisible()
    expect(await findTray()).toHaveTextContent('No unsaved changes')
    expect(await findTray()).toHaveFocus()
    await waitFor(() => expect(screen.getAllByText(/2 saved/).length).toBeGreaterThan(1))
    expect(lms.world.school.journal).toHaveLength(2)
    await user.click(button('Dismiss this report'))
    expect(inTray().queryByText('2 saved')).toBeNull()
  })

  test('cannot be saved while another tab saves it, and says why', async () => {
    const { gradebook, user, lms } = await openCourse()
    stage(gradebook, [amara, 'hw_01', 1])
    await findTray()
    act(() => gradebook.edits.setSavingElsewhere(true))
    expect(await findTray()).toHaveTextContent('being saved in another tab')
    expect(button('Save')).toHaveAccessibleDescription(/being saved in another tab/)
    await user.click(button('Save'))
    expect(lms.world.school.journal).toHaveLength(0)
    expect(inTray().queryByRole('progressbar')).toBeNull()
    act(() => gradebook.edits.setSavingElsewhere(false))
    await user.click(button('Save'))
    expect(await inTray().findByText('1 saved')).toBeVisible()
  })

  test('Save stays in its place while it works, so that a double click meets nothing else', async () => {
    const { gradebook, user, lms } = await openCourse({ faults: ['save-500'], latency: 100 })
    stage(gradebook, [amara, 'hw_01', 1])
    await findTray()
    await user.dblClick(button('Save'))
    expect(screen.queryByRole('dialog')).toBeNull()
    const sent = () => lms.requests.filter((line) => line.includes('bulk-update'))
    await waitFor(() => expect(sent()).toHaveLength(1))
    await waitFor(() => expect(button('Save')).not.toHaveAttribute('aria-disabled'))
    expect(sent()).toHaveLength(1)
    // Nothing was saved: there is no list of what was.
    expect(inTray().queryByRole('button', { name: /^Saved/ })).toBeNull()
  })

  test('refused ones say so, and are tried again alone', async () => {
    const { gradebook, user, lms } = await openCourse({ faults: ['save-422'] })
    stage(gradebook, [amara, 'hw_01', 1], [bjorn, 'hw_01', 2], [chen, 'hw_01', 3])
    await findTray()
    await user.click(button('Save'))
    expect(await inTray().findByText('1 saved, 2 refused')).toBeVisible()
    expect(await findTray()).toHaveTextContent('2 refused')
    expect(inTray().queryByRole('button', { name: 'Save' })).toBeNull()
    lms.change({ faults: [] })
    await user.click(button('Retry refused'))
    expect(await inTray().findByText('2 saved')).toBeVisible()
  })

  test('can be ended: what was not sent is still there', async () => {
    const { gradebook, user, lms } = await openCourse()
    stage(gradebook, [amara, 'hw_01', 1], [bjorn, 'hw_01', 2])
    await findTray()
    lms.change({ latency: 5000 })
    await user.click(button('Save'))
    await user.click(button('Cancel'))
    expect(await inTray().findByText(/^Ended on request/)).toBeVisible()
    expect(await findTray()).toHaveTextContent('2 changes for 2 learners')
  })

  test.each([
    ['nobody', undefined, 'You are not signed in'],
    [undefined, 'offline', 'connection'],
  ] as const)(
    'signed out, or no connection (%s %s): its own words; nothing is lost',
    async (asker, fault, words) => {
      const { gradebook, user, lms } = await openCourse()
      stage(gradebook, [amara, 'hw_01', 1])
      await findTray()
      lms.change({ ...(asker ? { user: asker } : {}), faults: fault ? [fault] : [] })
      await user.click(button('Save'))
      expect(await inTray().findByText(new RegExp(words, 'i'))).toBeVisible()
      expect(await findTray()).toHaveTextContent('1 change for 1 learner')
      expect(inTray().queryAllByRole('link', { name: 'Sign in' })).toHaveLength(asker ? 1 : 0)
    },
  )

  test('frozen: Save cannot be used, and says why', async () => {
    const { gradebook, user, lms } = await openCourse({ scenario: 'frozen' })
    stage(gradebook, [amara, 'hw_01', 1])
    await findTray()
    expect(await findTray()).toHaveTextContent(/frozen/)
    expect(button('Save')).toHaveAttribute('aria-disabled', 'true')
    await user.click(button('Save'))
    expect(lms.requests.some((line) => line.includes('bulk-update'))).toBe(false)
  })

  type Lms = Awaited<ReturnType<typeof openCourse>>['lms']
  test.each<[string, (lms: Lms) => void, RegExp, string | null]>([
    [
      'grades frozen meanwhile',
      (lms) => lms.change({ now: '2030-01-01T00:00:00Z' }),
      /^Grades are frozen\. This course ended more than 30 days ago/,
      'Grades are frozen for this course.',
    ],
    [
      'the gradebook switched off meanwhile',
      ({ world }) => Object.assign(world.school.world.courses[0]?.flags ?? {}, { writableGradebook: false }),
      /^The gradebook is switched off for this course\. /,
      'The gradebook is switched off for this course.',
    ],
    [
      'a right lost meanwhile',
      (lms) => lms.change({ user: 'learner' }),
      /^You may not change grades in this course\. /,
      // Comparing failed already: nothing was sent that could be refused.
      null,
    ],
  ])('%s: said in the tray and at the change, which is kept', async (_, happens, told, why) => {
    const { gradebook, user, lms } = await openCourse()
    stage(gradebook, [bjorn, 'hw_03', 10])
    await findTray()
    happens(lms)
    await user.click(button('Save'))
    expect(await inTray().findByText(told)).toBeVisible()
    expect(gradebook.edits.state().edits.size).toBe(1)
    if (why === null) return
    await user.click(button('Review'))
    await screen.findByRole('dialog')
    expect(inDialog().getByText(`Refused. ${why}`)).toBeVisible()
  })

  test('a learner who is not in the course any more: refused before anything is sent, and said so', async () => {
    const { gradebook, user, lms } = await openCourse()
    act(() =>
      gradebook.sheet.apply({
        rows: [
          {
            learner: { id: '999999', username: 'gone.by', name: null, email: null, studentKey: null },
            total: null,
            grades: [],
          },
        ],
      }),
    )
    stage(gradebook, ['999999', 'hw_03', 10], [bjorn, 'hw_03', 10])
    await findTray()
    await user.click(button('Save'))
    expect(await inTray().findByText('1 saved, 1 refused')).toBeVisible()
    expect(lms.requests.filter((line) => line.includes('bulk-update'))).toHaveLength(1)
    await user.click(button('Review'))
    expect(await screen.findByText('Refused. This learner is not enrolled in the course.')).toBeVisible()
    expect(inDialog().queryByRole('button', { name: /^Save/ })).toBeNull()
    await user.click(inDialog().getByRole('button', { name: 'Retry refused' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await inTray().findByText('1 refused', { selector: 'p' })).toBeVisible()
  })

  test('discards a few at once, asks before many; the focus goes to the table', async () => {
    const { gradebook, user } = await openCourse()
    stage(gradebook, [amara, 'hw_01', 1], [amara, 'hw_02', 1], [bjorn, 'hw_01', 2], [chen, 'hw_01', 3])
    await findTray()
    await user.click(button('Discard'))
    expect(screen.getByRole('dialog')).toHaveAccessibleName('Discard 4 changes?')
    await user.click(inDialog().getByRole('button', { name: 'Keep them' }))
    expect(gradebook.edits.state().edits.size).toBe(4)
    await user.click(button('Discard'))
    await user.click(inDialog().getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Changes' })).toBeNull())
    expect(screen.getAllByText(/^4 changes discarded\. Ctrl\+Z/).length).toBeGreaterThan(0)
    expect(screen.getByRole('grid')).toContainElement(document.activeElement as HTMLElement)
    stage(gradebook, [amara, 'hw_01', 1])
    await findTray()
    await user.click(button('Discard'))
    expect(gradebook.edits.state().edits.size).toBe(0)
  })

  test('a saved batch is taken back: what stood there is staged, and saved as a change with a reason', async () => {
    const { gradebook, user, lms } = await openCourse()
    stage(gradebook, [bjorn, 'hw_03', 10])
    await findTray()
    await user.click(button('Save'))
    await user.click(await inTray().findByRole('button', { name: 'Undo' }))
    expect(await inTray().findByText('1 change would take it back: Save sends it.')).toBeVisible()
    expect(inTray().getByText(/goes back to no override/)).toBeVisible()
    await user.click(button('Save'))
    expect(await inTray().findByText('1 saved')).toBeVisible()
    expect(lms.world.school.journal.at(-1)).toMatchObject({
      item: { grade: { earnedGraded: null, comment: 'Undo' } },
    })
    await user.click(button('Saved (2)'))
    const dialog = await screen.findByRole('dialog', { name: 'Saved in this session' })
    expect(dialog).toHaveTextContent('1 taken back')
    expect(inDialog().getAllByRole('button', { name: /^Undo/ })).toHaveLength(1)
  })

  test('where the history cannot be read, nothing is taken back, and it says so', async () => {
    const { gradebook, user, lms } = await openCourse()
    stage(gradebook, [bjorn, 'hw_03', 10])
    await findTray()
    await user.click(button('Save'))
    await inTray().findByText('1 saved')
    lms.change({ faults: ['offline'] })
    await user.click(button('Undo'))
    expect(await inTray().findByText(/^Nothing was taken back/)).toBeVisible()
  })
})
