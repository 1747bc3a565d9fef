import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { lms as connected } from '#src/lms/connect.ts'
import { openGradebook } from '#src/lms/gradebook.ts'
import { renderApp } from '#src/testing.tsx'
import { toQuery } from '#src/pages/gradebook/filters.ts'
import { address, courseId } from '#src/pages/gradebook/under-test.ts'
import { linesOf, pasteTable } from './under-test.ts'

/** Opens the table of some learners, and pastes a score for one whom it leaves out. */
async function paste(learners: number) {
  const app = await renderApp(`${address}?track=verified`, { learners, subsections: 4 })
  await screen.findByText(/^Showing/)
  const { sheet, everybody } = openGradebook(connected(), toQuery(courseId, { track: 'verified' }))
  const others: string[] = []
  for await (const { rows = [] } of connected().gradebook!({ courseId })) {
    others.push(
      ...rows.filter(({ learner }) => sheet.row(learner.id) < 0).map(({ learner }) => learner.username),
    )
  }
  // The last one is on the last page.
  const found = await pasteTable(app.user, 'Username|HW 01', `${others.at(-1)}|1`)
  await within(found).findByText(/^1 line: /)
  const said = () => within(found).getAllByRole('status')[0]
  const read = () => app.user.click(within(found).getByRole('button', { name: 'Read all learners first' }))
  const line = () => linesOf(found)[0]
  return { ...app, everybody, found, said, read, line }
}

test.each([
  ['gradebook-500', 'The server has a problem'],
  ['offline', 'The connection was lost'],
  ['html-error', 'The server sent a page instead of data'],
] as const)(
  'all learners cannot be read (%s): it says so, keeps the paste, and goes on',
  async (fault, words) => {
    const { lms, everybody, found, said, read, line } = await paste(20)
    expect(line()).toMatch(/nobody among the learners read fits$/)
    lms.change({ faults: [fault] })
    await read()
    await waitFor(() => expect(everybody.state().status).toBe('failed'))
    await waitFor(() => expect(said()).toHaveTextContent(words))
    expect(said()).toHaveTextContent(/The table is filtered: only the \d+ learners read so far count/)
    expect(line()).toMatch(/nobody among the learners read fits$/)
    lms.change({ faults: [] })
    await read()
    await waitFor(() => expect(line()).toMatch(/to 1 of 10|1, unchanged/))
    expect(within(found).queryByRole('button', { name: 'Read all learners first' })).toBeNull()
  },
)

test('a connection that drops between two pages keeps what is read, and the rest is read later', async () => {
  const { lms, everybody, said, read, line } = await paste(120)
  const drop = everybody.changes.subscribe(() => {
    if (everybody.state().read > 0) lms.change({ faults: ['offline'] })
  })
  await read()
  await waitFor(() => expect(everybody.state().status).toBe('failed'))
  drop()
  const first = everybody.state().read
  expect(first).toBeGreaterThan(0)
  await waitFor(() => expect(said()).toHaveTextContent('The connection was lost'))
  expect(line()).toMatch(/nobody among the learners read fits$/)
  lms.change({ faults: [] })
  const before = lms.requests.length
  await read()
  await waitFor(() => expect(line()).toMatch(/to 1 of 10|1, unchanged/))
  // It goes on where it stopped.
  const pages = lms.requests.slice(before).filter((request) => request.includes('/gradebook/'))
  expect(pages.every((request) => request.includes('cursor='))).toBe(true)
})
