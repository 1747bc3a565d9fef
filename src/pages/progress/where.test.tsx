import { act, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Progress } from '#src/domain/progress.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'

const courseId = COURSE_KEYS.statistics
const PAGE = path.progress({ courseId })
const standing = () => screen.getByRole('region', { name: 'Standing' })

/** Opens one's own page, with a standing that differs from the simulated one. */
async function openWith(difference: Partial<Progress>): Promise<void> {
  await renderApp(PAGE, { user: 'learner' })
  const key = q('progress', { courseId, learnerId: null }).queryKey
  const before = queryClient.getQueryData<Progress>(key)
  queryClient.setQueryData(key, before && { ...before, ...difference })
  // What is set is told to the page after the present task.
  await act(() => new Promise((resolve) => setTimeout(resolve)))
}

const total = (percent: number, letter: string | null, passed: boolean): Pick<Progress, 'grade'> => ({
  grade: { percent, letter, passed },
})

/** The rows of the letters, as text. */
function letters(): string[][] {
  return within(standing())
    .getAllByRole('row', { hidden: true })
    .map((row) => [...row.children].map((cell) => cell.textContent.trim()))
}

describe('where a learner stands', () => {
  test('is the official total, its letter and passing in words, and the way to the next letter', async () => {
    await openWith({ ...total(0.72, 'C', true), passes: true })
    expect(standing()).toHaveTextContent(/^Standing72%Letter CPassing3 points to B/)
  })

  test('is told before passing, and to a single point', async () => {
    await openWith({ ...total(0.59, null, false), passes: false })
    expect(standing()).toHaveTextContent(/^Standing59%Not passing yet1 point to C/)
  })

  test('is told after the course’s end', async () => {
    await openWith({ ...total(0.59, null, false), courseEnd: '2026-11-01T00:00:00Z' })
    expect(standing()).toHaveTextContent(/^Standing59%Not passing1 point to C/)
  })

  test('counts towards a course that is passed or failed as a whole', async () => {
    await openWith({ ...total(0.4, null, false), cutoffs: [{ letter: 'Pass', from: 0.5 }] })
    expect(standing()).toHaveTextContent(/^Standing40%Not passing yet10 points to pass/)
  })

  test('says what is still open where all scores are known', async () => {
    await renderApp(path.progress({ courseId, learnerId: '1001' }))
    expect(standing()).toHaveTextContent(/up to \d+(?:\.\d)?% of the course is still open/)
  })

  test('may be beyond 100 %, and on top of all letters', async () => {
    await openWith({ ...total(1.04, 'A', true), passes: true })
    expect(standing()).toHaveTextContent(/^Standing104%Letter APassing/)
    expect(standing()).not.toHaveTextContent('points to')
    expect(letters()[1]).toEqual(['Apasses', '90%', '–', '104%'])
  })

  test('is beside what each letter takes', async () => {
    await openWith(total(0.72, 'C', true))
    expect(letters()).toEqual([
      ['Letter', 'From', 'Below', 'You'],
      ['Apasses', '90%', '–', ''],
      ['Bpasses', '75%', '90%', ''],
      ['Cpasses', '60%', '75%', '72%'],
      ['No letterdoes not pass', '0%', '60%', ''],
    ])
  })

  test('has nothing to pass where no cutoff is above zero', async () => {
    await openWith({ ...total(0.72, 'F', false), passes: false, cutoffs: [{ letter: 'F', from: 0 }] })
    expect(standing()).toHaveTextContent('The course sets no grade to pass')
    expect(standing()).not.toHaveTextContent(/not passing/i)
    expect(letters().slice(1)).toEqual([['F', '0%', '–', '72%']])
  })

  test('needs no letters', async () => {
    await openWith({ ...total(0.72, null, false), passes: false, cutoffs: [] })
    expect(standing()).toHaveTextContent('The course sets no letters.')
  })

  test('is told in words alone where the course wants no drawing', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'credit' })
    expect(within(standing()).getByRole('table')).toBeVisible()
    expect(within(standing()).getByRole('columnheader', { name: 'You' })).toBeVisible()
    expect(standing()).not.toHaveTextContent(/You, \d+%/)
  })

  test('is called by the learner’s name where staff look', async () => {
    await renderApp(path.progress({ courseId, learnerId: '1001' }))
    expect(letters()[0]?.at(-1)).toBe('amara.okafor')
  })
})

describe('what the total does not tell', () => {
  const notes = () =>
    within(within(standing()).getByRole('list'))
      .getAllByRole('listitem')
      .map((item) => item.textContent)

  test('is said type by type: what waits for its date, what never shows, and what counts unseen', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'hidden-scores' })
    expect(notes()).toEqual([
      'The grade that the course keeps is passing. It counts scores that are no part of the total shown here.',
      expect.stringMatching(
        /^Homework: 1 score shows on Sun 22 Nov,.* \(in 2 days\)\. Until then it is no part of this total\. Homework: 3 scores are not shown\./,
      ),
      expect.stringMatching(/^Lab: scores count in this total, and none of them is shown\./),
      expect.stringMatching(/^Final exam: 1 score shows on Wed 25 Nov,.* \(in 5 days\)/),
    ])
  })

  test('is nothing where the kept grade agrees and all is shown', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'frozen' })
    expect(within(standing()).queryByRole('list')).toBeNull()
  })

  test('is that the kept grade does not pass', async () => {
    await openWith({ ...total(0.72, 'C', true), passes: false })
    expect(notes()[0]).toMatch(/^The grade that the course keeps is not passing\. It counts scores/)
  })

  test('is, where nothing is hidden, that a change may not be counted yet', async () => {
    await openWith({ ...total(0.72, 'C', true), passes: false, sections: [], summaries: [] })
    expect(notes()).toEqual([
      'The grade that the course keeps is not passing. It can differ for a while after a score or the grading policy has changed.',
    ])
  })
})
