import { act, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { gradedSubsections } from '#src/domain/progress-works.ts'
import type { Progress, ProgressSubsection } from '#src/domain/progress.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'

const courseId = COURSE_KEYS.statistics
const PAGE = path.progress({ courseId })
const why = () => screen.getByRole('region', { name: /^Why / })

/** Opens one's own page, with a standing that differs from the simulated one. */
async function openWith(change: (before: Progress) => Partial<Progress>) {
  const app = await renderApp(PAGE, { user: 'learner', scenario: 'frozen' })
  const key = q('progress', { courseId, learnerId: null }).queryKey
  const before = queryClient.getQueryData<Progress>(key)
  if (!before) throw new Error('The page has read no standing')
  queryClient.setQueryData(key, { ...before, ...change(before) })
  // What is set is told to the page after the present task.
  await act(() => new Promise((resolve) => setTimeout(resolve)))
  return app
}

/** The cells of each row, as text. */
function rows(): string[][] {
  return within(why())
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent.trim()))
}

/** The points of each row but the total, which they must make. */
function sumOfRows(): { readonly sum: number; readonly total: number } {
  const points = rows()
    .slice(1)
    .map((cells) => Number.parseFloat(cells.at(-1) ?? '') || 0)
  const total = points.pop() ?? Number.NaN
  return { sum: Math.round(points.reduce((so, one) => so + one, 0) * 10) / 10, total }
}

function eachSubsection(
  { sections }: Progress,
  change: (subsection: ProgressSubsection, index: number) => ProgressSubsection,
): Pick<Progress, 'sections'> {
  return {
    sections: (sections ?? []).map((section) => ({
      ...section,
      subsections: section.subsections.map(change),
    })),
  }
}

describe('why the total is what it is', () => {
  test('is told for each kind of work, down to the total', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'frozen' })
    const [head, ...lines] = rows()
    expect(within(why()).getByText('dropped')).toBeVisible()
    expect(head).toEqual(['Work', 'Scores', 'Average', 'Weight', 'Points of 100'])
    expect(lines.map(([work]) => work)).toEqual([
      'Homework10 of 12 count, lowest 2 dropped',
      'Lab8 of 10 count, lowest 2 dropped',
      'Midterm exam1 of 1 counts',
      'Final exam1 of 1 counts',
      'RoundingTo whole percents, upwards from .45',
      'Total',
    ])
    expect(lines[0]?.slice(1)).toEqual(['12 scores in words Homework', '86.0%', '× 15%', '12.9'])
  })

  test.each([
    ['default', 'learner'],
    ['frozen', 'learner'],
    ['overridden', 'learner'],
    ['passing-edge', 'learner'],
    ['extra-credit', 'learner'],
    ['all-dropped', 'learner'],
    ['messy-policy', 'learner'],
    ['hidden-scores', 'learner'],
    ['hidden-scores', 'instructor'],
    ['audit-locked', 'learner'],
    ['no-graded', 'learner'],
    ['rtl', 'learner'],
  ] as const)('adds up in the scenario %s, for %s', async (scenario, user) => {
    const page = user === 'learner' ? PAGE : path.progress({ courseId, learnerId: '1001' })
    await renderApp(page, { user, scenario })
    const { sum, total } = sumOfRows()
    expect(sum).toBe(total)
    const differs = scenario === 'hidden-scores'
    expect(rows().some(([name]) => /^(?:Difference|Scores that count)/.test(name ?? ''))).toBe(differs)
  })

  test('says each score of a type in words, once one asks', async () => {
    const { user } = await renderApp(PAGE, { user: 'learner', scenario: 'frozen' })
    const [, homework] = within(why()).getAllByRole('row')
    if (!homework) throw new Error('There is no row of homework')
    expect(within(homework).queryByRole('listitem')).toBeNull()
    await user.click(within(homework).getByText(/scores in words/))
    const items = await within(homework).findAllByRole('listitem')
    expect(items).toHaveLength(12)
    expect(items[0]).toHaveTextContent(/^Homework 1 \d+% \(\d+ of 10\) counts/)
  })

  test('says who changed a score, and why', async () => {
    const { user } = await openWith((before) =>
      eachSubsection(before, (one) => ({
        ...one,
        override: { through: 'proctoring', reason: 'Left the room' },
      })),
    )
    await user.click(within(why()).getAllByText(/score in words/)[0] ?? why())
    expect(await within(why()).findByText(/^Changed by proctoring/)).toHaveTextContent(
      'Changed by proctoring: Left the room',
    )
  })

  test('says what is missing and expected', async () => {
    const { user } = await renderApp(PAGE, { user: 'learner', scenario: 'messy-policy' })
    expect(rows()[1]?.[0]).toMatch(/^Homework13 of 15 count, lowest 2 dropped, 3 missing/)
    await user.click(within(why()).getAllByText(/scores in words/)[0] ?? why())
    expect(await within(why()).findByText(/more (is|are) expected and not published: .* zero/)).toBeVisible()
  })

  test('says what is hidden, without a number', async () => {
    const { user } = await renderApp(PAGE, { user: 'learner' })
    const exam = rows().find(([name]) => name?.startsWith('Final exam'))
    expect(exam).toEqual([
      'Final exam1 hidden',
      '1 score in words Final exam',
      'not shown',
      '× 40%',
      'not shown',
    ])
    await user.click(
      within(why())
        .getAllByText(/1 score in words/)
        .at(-1) ?? why(),
    )
    expect(await within(why()).findByRole('listitem')).toHaveTextContent(
      /^Final exam score hidden until Wed 25 Nov, .*, counts as zero here$/,
    )
  })

  test('draws no bars where the course wants no drawing, and says all the same', async () => {
    await openWith(() => ({ showsGraph: false }))
    expect(within(why()).queryByText('dropped')).toBeNull()
    expect(rows()[1]?.slice(1)).toEqual(['12 scores in words Homework', '86.0%', '× 15%', '12.9'])
  })

  test('draws nothing for scores that are not in the answer', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'hidden-scores' })
    const lab = rows().find(([name]) => name?.startsWith('Lab'))
    expect(lab).toEqual([
      'Lab9 not published or not shown',
      'In words Lab',
      'not shown',
      '× 15%',
      'not shown',
    ])
  })

  test('says that everything of a type is dropped', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'all-dropped' })
    expect(rows()[2]).toEqual([
      expect.stringMatching(/^LabAll 9 are dropped: nothing counts/),
      '9 scores in words Lab',
      '0.0%',
      '× 15%',
      '0.0',
    ])
  })

  test('says that there is nothing to count without kinds of work', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'no-policy' })
    expect(why()).toHaveTextContent('The grading policy of this course has no kinds of work')
    expect(within(why()).queryByRole('table')).toBeNull()
  })

  test('says that weights go beyond 100 %, and what has no place in the policy', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'messy-policy' })
    expect(why()).toHaveTextContent(
      'The weights add up to 110% instead of 100%, so a total can go beyond 100%.',
    )
    expect(why()).toHaveTextContent(
      /\d+ graded pieces of work have a type .* for nothing: Project 1, .* and \d+ more\./,
    )
  })

  test('says that weights stay below 100 %', async () => {
    await openWith(({ types }) => ({ types: types.slice(0, 2) }))
    expect(why()).toHaveTextContent(
      'The weights add up to 30% instead of 100%, so nobody can reach more than 30%.',
    )
  })

  test('shows an official total that is another one, with the difference and that its reason is not known', async () => {
    await openWith(({ grade }) => ({ grade: { ...grade, percent: grade.percent + 0.05 } }))
    const line = rows().find(([name]) => name?.startsWith('Difference'))
    expect(line).toEqual([
      'Difference to the course’s own totalThe grading policy or a score may have changed since the course worked it out.',
      '+5.0',
    ])
    const { sum, total } = sumOfRows()
    expect(sum).toBe(total)
  })

  test('shows what the server says of a type where that is something else', async () => {
    await openWith(({ summaries }) => ({
      summaries: (summaries ?? []).map((one) =>
        one.type === 'Lab' ? { ...one, average: 0.5, contribution: 0.075 } : one,
      ),
    }))
    expect(rows()[2]?.[0]).toMatch(
      /The server’s own summary has an average of 50\.0%, -\d\.\d points\. Why is not known\.$/,
    )
  })

  test('stays short where a type has hundreds of scores, folded once more', async () => {
    const { user } = await openWith((before) => {
      const sample = gradedSubsections(before).find(({ type }) => type === 'Homework')
      if (!sample) return {}
      const subsections = Array.from({ length: 400 }, (_, index) => ({ ...sample, id: `many-${index}` }))
      return { sections: [{ name: 'All', subsections }] }
    })
    expect(within(why()).queryByRole('listitem')).toBeNull()
    await user.click(within(why()).getByText(/^400 scores in words/))
    expect(await within(why()).findAllByRole('listitem')).toHaveLength(40)
    await user.click(within(why()).getByRole('button', { name: /^Show/ }))
    expect(within(why()).getAllByRole('listitem')).toHaveLength(140)
  })
})

test('a server that tells totals only is believed, type by type', async () => {
  await openWith(() => ({ sections: null }))
  expect(rows()[1]).toEqual(['Homework', '', '86.0%', '× 15%', '12.9'])
  const { sum, total } = sumOfRows()
  expect(sum).toBe(total)
})
