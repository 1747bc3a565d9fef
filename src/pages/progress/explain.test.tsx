import { act, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Progress } from '#src/domain/progress.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'

const courseId = COURSE_KEYS.statistics
const PAGE = path.progress({ courseId })

/** Opens the explanation; gives its steps, each by its title. */
async function explain(
  scenario: string,
  change: (before: Progress) => Partial<Progress> = () => ({}),
): Promise<{
  readonly app: Awaited<ReturnType<typeof renderApp>>
  readonly steps: Record<string, readonly string[]>
}> {
  const app = await renderApp(PAGE, { user: 'learner', scenario })
  const key = q('progress', { courseId, learnerId: null }).queryKey
  queryClient.setQueryData<Progress>(key, (before) => before && { ...before, ...change(before) })
  // What is set is told to the page after the present task.
  await act(() => new Promise((resolve) => setTimeout(resolve)))
  await app.user.click(screen.getByRole('button', { name: 'Explain this grade' }))
  const dialog = await screen.findByRole('dialog', { name: /^How \d+% comes about$/ })
  const steps = within(dialog)
    .getAllByRole('heading', { level: 3 })
    .map((heading): [string, string[]] => [
      heading.textContent,
      within(heading.parentElement ?? dialog)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ])
  return { app, steps: Object.fromEntries(steps) }
}

test('the arithmetic is told line by line, down to the letter', async () => {
  const { steps } = await explain('frozen')
  expect(Object.keys(steps)).toEqual(['Homework', 'Lab', 'Midterm exam', 'Final exam', 'Total'])
  expect(steps['Homework']).toEqual([
    '10 of 12 count, lowest 2 dropped.',
    'Dropped: Homework 10 (80%), Homework 12 (40%).',
    'Those that count: 90% + 80% + 100% + 80% + 80% + 80% + 80% + 100% + 80% + 90% = 860%',
    'Average: 860% ÷ 10 = 86%',
    'Times the weight: 86% × 15% = 12.9 points',
  ])
  expect(steps['Midterm exam']).toEqual([
    '1 of 1 counts.',
    'The average is the only score that counts: 94%.',
    'Times the weight: 94% × 30% = 28.2 points',
  ])
  const [together, rounded, total, letter] = steps['Total'] ?? []
  expect(together).toMatch(/^Together: 12\.9 \+ [\d.]+ \+ 28\.2 \+ [\d.]+ = [\d.]+ points$/)
  expect(rounded).toMatch(
    /^Rounded to a whole percent, upwards from \.45: [\d.]+ becomes \d+ \([-+][\d.]+\)$/,
  )
  expect(total).toMatch(/^The course’s own total: \d+%$/)
  expect(letter).toMatch(/^\d+% earns [ABC], which starts at \d+%\.$/)
})

test('everything dropped is nothing, and missing work is zero', async () => {
  const { steps } = await explain('all-dropped')
  expect(steps['Lab']).toContain('Nothing counts, so the average is 0%.')
  expect(steps['Lab']?.at(-1)).toBe('Times the weight: 0% × 15% = 0 points')
})

test('missing work is added as zero', async () => {
  const { steps } = await explain('messy-policy')
  expect(steps['Participation']).toEqual([
    '4 of 5 count, the lowest dropped, 5 missing.',
    'Those that count: 4 × 0% = 0%',
    'Average: 0% ÷ 4 = 0%',
    'Times the weight: 0% × 15% = 0 points',
  ])
  expect(steps['Homework']?.at(-1)).toMatch(/^Times the weight: 75\.38% × 25% ≈ 18\.85 points$/)
})

test('what is not shown gets no arithmetic, and the gap is told', async () => {
  const { steps } = await explain('hidden-scores')
  const nothing = 'No score of this is shown, so it brings no points that could be told here.'
  expect(steps['Lab']).toEqual(['9 not published or not shown.', nothing])
  expect(steps['Final exam']).toEqual(['1 hidden.', nothing])
  expect(steps['Total']).toContainEqual(
    expect.stringMatching(/^Difference to the course’s own total: \+[\d.]+\. Likely from scores that count/),
  )
})

test('a total beyond 100 % is told as it is', async () => {
  const { steps } = await explain('frozen', ({ types }) => ({
    types: types.map((type) => ({ ...type, weight: 0.6 })),
    grade: { percent: 1.25, letter: 'A', passed: true },
  }))
  expect(steps['Total']).toContain('The course’s own total: 125%')
  expect(steps['Total']).toContain('125% earns A, which starts at 90%.')
})

test('a type without weight brings nothing', async () => {
  const { steps } = await explain('frozen', ({ types }) => ({
    types: types.map((type) => (type.name === 'Lab' ? { ...type, weight: 0 } : type)),
  }))
  expect(steps['Lab']).toContain('The weight is 0%, so this brings 0 points.')
})

test('a course without kinds of work is explained, too', async () => {
  const { steps } = await explain('no-policy')
  expect(steps['Total']).toEqual([
    'The grading policy of this course has no kinds of work, so no score counts yet.',
    'The course’s own total: 0%',
    '0% earns no letter: Pass starts at 50%.',
  ])
})

test('hundreds of scores are added in one sentence', async () => {
  const { steps } = await explain('frozen', ({ sections }) => {
    const all = (sections ?? []).flatMap(({ subsections }) => subsections)
    const sample = all.find(({ graded, type }) => graded && type === 'Homework')
    if (!sample) return {}
    const subsections = Array.from({ length: 302 }, (_, index) => ({ ...sample, id: `many-${index}` }))
    return { sections: [{ name: 'All', subsections }] }
  })
  expect(steps['Homework']).toContain('Those that count make 27,000% together.')
})

test('it is copied as text, and that is said', async () => {
  const { app } = await explain('frozen')
  await app.user.click(screen.getByRole('button', { name: 'Copy as text' }))
  expect(await screen.findByText('The explanation is copied.')).toBeVisible()
  expect(screen.queryByRole('dialog')).toBeNull()
  const text = await navigator.clipboard.readText()
  expect(text).toMatch(/^How \d+% comes about\n\nHomework\n10 of 12 count, lowest 2 dropped\.\n/)
  expect(text.split('\n\n')).toHaveLength(6)
})

test('it is said where the browser does not let it be copied', async () => {
  const { app } = await explain('frozen')
  Object.defineProperty(navigator.clipboard, 'writeText', {
    value: () => Promise.reject(new Error('not allowed')),
  })
  await app.user.click(screen.getByRole('button', { name: 'Copy as text' }))
  expect(await screen.findAllByText('The browser did not let the explanation be copied.')).not.toEqual([])
  expect(screen.queryByRole('dialog')).toBeNull()
})
