import { act, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Progress, ProgressSubsection } from '#src/domain/progress.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { renderApp } from '#src/testing.tsx'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const PAGE = `/${COURSE}/progress`
const LEARNER = { user: 'learner' } as const

const section = () => within(screen.getByRole('region', { name: 'All scores' }))
const group = (name: string) =>
  section().getByRole('heading', { level: 3, name }).closest('details') as HTMLElement
const lineOf = (name: string) => section().getByText(name, { selector: 'bdi' }).closest('li') as HTMLElement
const item = (name: string) => within(lineOf(name))

describe('a usual course', () => {
  test('shows its sections closed, each with its graded points', async () => {
    await renderApp(PAGE, LEARNER)
    expect(group('Week 1: Describing data')).not.toHaveAttribute('open')
    expect(within(group('Week 1: Describing data')).getByText(/^[\d.]+ of 30$/)).toBeVisible()
    expect(within(group('Welcome')).getByText('practice only')).toBeVisible()
  })

  test('opens one section, or all of them', async () => {
    const { user } = await renderApp(PAGE, LEARNER)
    await user.click(section().getByRole('heading', { name: 'Week 1: Describing data' }))
    expect(group('Week 1: Describing data')).toHaveAttribute('open')
    expect(group('Week 2: Probability')).not.toHaveAttribute('open')
    await user.click(section().getByRole('button', { name: 'Open all sections' }))
    expect(group('Week 2: Probability')).toHaveAttribute('open')
    await user.click(section().getByRole('button', { name: 'Close all sections' }))
    expect(group('Week 1: Describing data')).not.toHaveAttribute('open')
  })

  test('tells points, percent, type and due date of what is graded, and practice apart', async () => {
    const { user } = await renderApp(PAGE, LEARNER)
    await user.click(section().getByRole('heading', { name: 'Week 1: Describing data' }))
    expect(lineOf('Homework 1')).toHaveTextContent(/^Homework 1Homeworkdue Mon 7 Sept,.*[\d.]+ of 10[\d.]+%/)
    expect(item('Homework 1').getByRole('link', { name: 'Homework 1' })).toHaveAttribute(
      'href',
      expect.stringContaining('@hw_01'),
    )
    const practice = within(section().getAllByText('Practice, not graded')[1]?.parentElement as HTMLElement)
    expect(practice.getByRole('link', { name: 'Reading and practice' })).toBeVisible()
    expect(lineOf('Reading and practice')).toHaveTextContent(/\d of 2/)
    expect(lineOf('Reading and practice')).not.toHaveTextContent('%')
  })

  test('names the problems once a section is opened, and asks for the names only then', async () => {
    const { user, lms } = await renderApp(PAGE, LEARNER)
    const asked = () => lms.requests.filter((line) => line.includes('/courses/v1/blocks/')).length
    expect(asked()).toBe(0)
    await user.click(section().getByRole('heading', { name: 'Week 1: Describing data' }))
    expect(await item('Homework 1').findByText('Question 4')).toBeVisible()
    await user.click(section().getByRole('heading', { name: 'Week 2: Probability' }))
    expect(await item('Homework 2').findByText('Question 4')).toBeVisible()
    expect(asked()).toBe(1)
  })

  test('numbers problems whose names are not told, as of what was closed when it was due', async () => {
    const { user } = await renderApp(PAGE, LEARNER)
    await user.click(section().getByRole('heading', { name: 'Midterm' }))
    const midterm = within(group('Midterm'))
    expect(midterm.getByText('Problem 6')).toBeVisible()
    expect(midterm.getByText('Closed since it was due.')).toBeVisible()
    expect(midterm.queryByRole('link')).toBeNull()
  })

  test('numbers problems where the names cannot be read', async () => {
    const { user, lms } = await renderApp(PAGE, LEARNER)
    lms.change({ faults: ['html-error'] })
    await user.click(section().getByRole('heading', { name: 'Week 1: Describing data' }))
    expect(item('Homework 1').getByText('Problem 4')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('special states', () => {
  test('overrides tell through what, and why', async () => {
    await renderApp(`${PAGE}/1003`, { scenario: 'overridden' })
    const notes = section()
      .getAllByText(/^Changed (by the course team|after proctoring|by hand)/)
      .map(({ textContent }) => textContent)
    expect(notes.length).toBeGreaterThan(2)
    expect(notes.some((note) => note.includes('“') || /\. \S/.test(note))).toBe(true)
  })

  test('hidden scores say until when, or that they never show; what is left out is told by type', async () => {
    await renderApp(PAGE, { ...LEARNER, scenario: 'hidden-scores' })
    expect(lineOf('Homework 11 (scores: never)')).toHaveTextContent('Scores are not shown in this course.')
    expect(lineOf('Homework 10 (scores: past_due)')).toHaveTextContent(
      /hidden.*Scores are hidden until Sun 22 Nov, .* \(in 2 days\)\.$/,
    )
    expect(section().getByText('Lab', { exact: true }).parentElement).toHaveTextContent(
      'Lab: scores that are not shown count toward the total.',
    )
    expect(section().queryByText(/^Lab 1/)).toBeNull()
  })

  test('a hidden score is nowhere on the page', async () => {
    const { user } = await renderApp(PAGE, { ...LEARNER, scenario: 'hidden-scores' })
    await user.click(section().getByRole('button', { name: 'Open all sections' }))
    expect(lineOf('Homework 11 (scores: never)')).not.toHaveTextContent(/\d of \d|%/)
  })

  test('staff are told what the learner does not see', async () => {
    await renderApp(`${PAGE}/1001`, { scenario: 'hidden-scores' })
    expect(lineOf('Homework 10 (scores: past_due)')).toHaveTextContent(
      /of 10.*The learner sees this score from Sun 22 Nov/,
    )
  })

  test('locked work says so, with the way up', async () => {
    await renderApp(PAGE, { ...LEARNER, scenario: 'audit-locked' })
    expect(lineOf('Homework 1')).toHaveTextContent('Locked: an upgrade opens it.')
    expect(item('Homework 1').getByText('Upgrade')).toHaveAttribute(
      'href',
      expect.stringContaining('/basket/add/'),
    )
  })

  test('work whose type the policy does not know', async () => {
    await renderApp(`${PAGE}/1001`, { scenario: 'messy-policy' })
    expect(
      section().getAllByText(/It does not count: the grading policy has no such type/)[0],
    ).toBeInTheDocument()
  })

  test('what cannot be opened now, and what has no points', async () => {
    const score = { earned: 0, possible: 0, percent: 0, problems: [] }
    await given([{ name: 'Essay', url: null, score }])
    expect(lineOf('Essay')).toHaveTextContent(/^EssayHomeworkno points/)
    expect(lineOf('Essay')).toHaveTextContent('It cannot be opened now.')
  })

  test('a few subsections are all in sight', async () => {
    await renderApp(PAGE, { ...LEARNER, subsections: 4 })
    for (const details of section().getAllByRole('group')) expect(details).toHaveAttribute('open')
    expect(section().queryByRole('button', { name: /sections/ })).toBeNull()
  })

  test('staff reach the editor of each graded score, learners do not', async () => {
    await renderApp(`${PAGE}/1001`)
    expect(section().getAllByText(/^Edit score/).length).toBeGreaterThan(20)
  })

  test('several hundred subsections are there, folded', async () => {
    const { user } = await renderApp(PAGE, { ...LEARNER, subsections: 300 })
    expect(section().getAllByText(/^[\d.]+ of \d+$/).length).toBeGreaterThan(280)
    expect(section().queryByText('Problem 1')).toBeNull()
    await user.click(section().getByRole('heading', { name: 'Week 1: Describing data' }))
    expect(await within(group('Week 1: Describing data')).findAllByText('Question 1')).not.toHaveLength(0)
  })
})

describe('nothing', () => {
  test('to score yet', async () => {
    await given([])
    expect(section().getByText('Nothing in this course has a score yet.')).toBeVisible()
  })

  test('told but totals', async () => {
    await given(null)
    expect(section().getByText('The server tells totals only, no single scores.')).toBeVisible()
  })
})

/** Opens the learner's page with one section that has these subsections. */
async function given(subsections: ReadonlyArray<Partial<ProgressSubsection>> | null): Promise<void> {
  await renderApp(PAGE, LEARNER)
  const { queryKey } = q('progress', { courseId: COURSE, learnerId: null })
  const sections = subsections && [
    { name: 'Only', subsections: subsections.map((one, index) => ({ ...ESSAY, ...one, id: `${index}` })) },
  ]
  queryClient.setQueryData(queryKey, (progress?: Progress) => progress && { ...progress, sections })
  // What listens hears of it a moment later.
  await act(() => new Promise((resolve) => setTimeout(resolve)))
}

const ESSAY: ProgressSubsection = {
  id: '',
  name: 'Essay',
  type: 'Homework',
  graded: true,
  due: null,
  visibility: 'always',
  score: { earned: 1, possible: 2, percent: 0.5, problems: [{ earned: 1, possible: 2 }] },
  override: null,
  hasAccess: true,
  url: 'https://lms.example.com/essay',
}
