import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { GradingInfo } from '#src/domain/course.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { renderApp } from '#src/testing.tsx'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const PAGE = `/${COURSE}/grading-info`

const region = (name: string) => within(screen.getByRole('region', { name }))

/** The cells of each row of a part's table, as text. */
function rowsOf(name: string): string[][] {
  return region(name)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent.trim()))
}

function checks(): string[] {
  return region('Checks')
    .getAllByRole('listitem')
    .map((item) => item.textContent)
}

describe('grading info', () => {
  test('shows the policy as a picture in words and as a table', async () => {
    await renderApp(PAGE)
    expect(document.title).toBe('Grading info · Introduction to Statistics · Example University')
    expect(region('Weights').getByRole('figure')).toHaveTextContent(
      'Weights: Homework 15%, Lab 15%, Midterm exam 30% and Final exam 40%. Together 100%.',
    )
    expect(rowsOf('Weights')).toEqual([
      ['Assignment type', 'Weight', 'Required', 'Dropped', 'Exist'],
      ['Homework HW', '15%', '12', '2', '12'],
      ['Lab', '15%', '9', '2', '9'],
      ['Midterm exam Midterm', '30%', '1', '0', '1'],
      ['Final exam Final', '40%', '1', '0', '1'],
      ['Total', '100%'],
    ])
  })

  test('shows the letters with their cutoffs, and from where on one passes', async () => {
    await renderApp(PAGE)
    const letters = region('Letters')
    expect(letters.getByText('A total of 60% or more passes.')).toBeVisible()
    expect(letters.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'C from 60%',
      'B from 75%',
      'A from 90%',
    ])
  })

  test('lists every subsection of the outline under its type, graded or not', async () => {
    await renderApp(PAGE)
    const rows = rowsOf('Subsections')
    expect(rows.slice(0, 4)).toEqual([
      ['Label', 'Name', 'Graded'],
      ['Homework 12 graded, 1 not'],
      ['–', 'Homework 0: try the tools', 'Not graded'],
      ['HW 01', 'Homework 1', 'Graded'],
    ])
    expect(rows.filter((row) => row.length === 1).flat()).toEqual([
      'Homework 12 graded, 1 not',
      'Lab 9 graded',
      'Midterm exam 1 graded',
      'Final exam 1 graded',
      'No assignment type none graded, 13 not',
    ])
  })

  test('says that nothing looks wrong where nothing does', async () => {
    await renderApp(PAGE)
    expect(region('Checks').getByText(/^Nothing looks wrong/)).toBeVisible()
    expect(region('Checks').queryByRole('list')).toBeNull()
  })

  test('leads to the course, where it can be put right', async () => {
    await renderApp(PAGE)
    expect(screen.getByRole('link', { name: 'Open the course' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^http:.*\/courses\/course-v1/),
    )
  })

  test('opens by an encoded key and with a slash at the end', async () => {
    await renderApp('/course-v1%3AMITx%2B18.05%2B2026_Autumn/grading-info/')
    expect(region('Weights').getByRole('table')).toBeVisible()
  })
})

describe('a messy policy', () => {
  test('is told in sentences, what matters most first, each with a word for how much', async () => {
    await renderApp(PAGE, { scenario: 'messy-policy' })
    expect(checks()).toEqual([
      'Problem The weights add up to 110% instead of 100%, so a total can go beyond 100%.',
      'Problem Participation has no assignments. The 5 that are required count as zero from day one.',
      'Problem The policy has no type Project, so what is graded under it counts for nothing: Project 1, Project 2, Project 3 and 6 more.',
      'Problem C is harder to earn than B: C starts at 60%, B at 55%.',
      'Look at this Homework: 15 required, 12 exist. The 3 missing ones count as zero from day one.',
      'Note Midterm exam and Final exam share the short label Exam, so their columns look alike.',
    ])
    expect(rowsOf('Subsections')).toContainEqual(['–', 'Project 1', 'Graded, not counted'])
    expect(rowsOf('Subsections')).toContainEqual(['Participation no subsections'])
  })

  test('is told for a course without graded subsections', async () => {
    await renderApp(PAGE, { scenario: 'no-graded' })
    expect(checks()).toEqual(['Problem Homework has no assignments. Its weight cannot be earned.'])
  })

  test.each<[string, Partial<GradingInfo>, string]>([
    [
      'no types',
      { types: [] },
      'Problem The policy has no assignment types, so nothing counts towards the total.',
    ],
    [
      'weights below 100 %',
      { types: [{ ...typeOf(), weight: 0.875 }] },
      'Problem The weights add up to 87.5% instead of 100%, so nobody can reach more than 87.5%.',
    ],
    [
      'a weight that is missing',
      { types: [typeOf(), { ...typeOf('Lab'), weight: null }], subsections: [workOf(), workOf('Lab')] },
      'Problem Lab has no weight in the policy, so it counts for nothing.',
    ],
    [
      'all of a type dropped',
      { types: [{ ...typeOf(), dropped: 1 }] },
      'Problem Homework: 1 is dropped of 1. Nothing is left to count, so it always gives zero.',
    ],
    [
      'graded without a type',
      { subsections: [workOf(), workOf(null, 'Quiz')] },
      'Problem 1 graded subsection has no assignment type and counts for nothing: Quiz.',
    ],
    [
      'labels alike',
      { subsections: [workOf(), workOf('Homework', 'واجب')] },
      'Note Homework and واجب share the label HW 01.',
    ],
    ['no cutoffs', { cutoffs: [] }, 'Problem No cutoff stands above 0%, so nobody can pass.'],
    [
      'equal cutoffs',
      {
        cutoffs: [
          { letter: 'A', from: 0.5 },
          { letter: 'B', from: 0.5 },
        ],
      },
      'Look at this A and B start at the same grade, 50%, so only one of them can be earned.',
    ],
    [
      'a cutoff beyond 100 %',
      { cutoffs: [{ letter: 'Top', from: 1.2 }] },
      'Problem Top starts at 120%, outside of 0 to 100%.',
    ],
  ])('%s', async (_, difference, sentence) => {
    given(difference)
    await renderApp(PAGE)
    expect(checks()).toContain(sentence)
  })

  test('leaves no part of the page empty without words', async () => {
    given({ types: [], cutoffs: [], subsections: [] })
    await renderApp(PAGE)
    expect(region('Weights').getByText('The policy has no assignment types.')).toBeVisible()
    expect(region('Letters').getByText('No cutoffs are set.')).toBeVisible()
    expect(region('Subsections').getByText('The course outline has no subsections yet.')).toBeVisible()
  })

  test('says where a number is not given', async () => {
    given({ types: [{ name: 'Homework', shortLabel: null, weight: null, required: null, dropped: null }] })
    await renderApp(PAGE)
    expect(rowsOf('Weights')).toContainEqual(['Homework', 'not given', 'not given', 'not given', '1'])
  })
})

describe('frozen grades', () => {
  test('are announced with the day, while they are not', async () => {
    await renderApp(PAGE)
    expect(region('Changing grades').getByText(/not frozen/)).toHaveTextContent(
      'Grades are not frozen. A site that freezes grades does so 30 days after the course’s end, here on 27 December 2026.',
    )
  })

  test('are told with the day since when they are', async () => {
    await renderApp(PAGE, { scenario: 'frozen' })
    expect(screen.getByRole('region', { name: 'Changing grades' })).toHaveTextContent(
      'Grades are frozen. Since 25 October 2026, 30 days after the course’s end, they can be read but no longer changed.',
    )
  })

  test('are told without a day where the end of the course is not known', async () => {
    given({ frozen: true })
    queryClient.setQueryData(q('course', { courseId: COURSE }).queryKey, {
      id: COURSE,
      name: 'Endless',
      org: null,
      number: null,
      run: null,
      start: null,
      end: null,
      tracks: [],
    })
    await renderApp(PAGE)
    expect(document.title).toContain('Endless')
    expect(screen.getByRole('region', { name: 'Changing grades' })).toHaveTextContent(
      'Grades are frozen. They can be read but no longer changed.',
    )
  })
})

describe('a broken policy', () => {
  test('shows what the policy says, and which part is broken', async () => {
    await renderApp(PAGE, { scenario: 'broken-policy' })
    const alert = within(screen.getByRole('alert'))
    expect(alert.getByRole('heading', { name: 'This course’s grading is broken' })).toBeVisible()
    expect(alert.getByRole('listitem')).toHaveTextContent('Lab lacks its weight.')
    expect(rowsOf('Weights')).toEqual([
      ['Assignment type', 'Weight', 'Required', 'Dropped'],
      ['Homework', '15%', '12', '2'],
      ['Lab', 'not given', '9', '2'],
      ['Midterm exam', '30%', '1', '0'],
      ['Final exam', '40%', '1', '0'],
      ['Total', '85%'],
    ])
    expect(screen.queryByRole('region', { name: 'Letters' })).toBeNull()
  })

  test('says that the fault lies elsewhere where the policy looks whole', async () => {
    queryClient.setQueryData(q('policy', { courseId: COURSE }).queryKey, { types: [typeOf()] })
    await renderApp(PAGE, { scenario: 'broken-policy' })
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent(
      'Weights can be read and look complete, but the server fails to tell letters',
    )
    expect(alert).toHaveTextContent('The server has a problem')
    expect(rowsOf('Weights')).toContainEqual(['Homework', '100%', '1', '0'])
  })

  test('shows the whole page once it is put right', async () => {
    const { user, lms } = await renderApp(PAGE, { scenario: 'broken-policy' })
    lms.change({ scenario: 'default' })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('region', { name: 'Letters' })).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('when it cannot be read', () => {
  test.each([
    ['a learner', PAGE, { user: 'learner' }, 'You cannot open this gradebook'],
    ['somebody not enrolled', PAGE, { user: 'stranger' }, 'You cannot open this gradebook'],
    ['somebody not signed in', PAGE, { user: 'nobody' }, 'Sign in to continue'],
    [
      'a course that does not exist',
      '/course-v1:MITx+None+2026/grading-info',
      { user: 'global-staff' },
      'Course not found',
    ],
    ['no connection', PAGE, { faults: ['offline'] }, 'The connection was lost'],
    ['a page in the way', PAGE, { faults: ['html-error'] }, 'The server sent a page instead of data'],
  ] as const)('%s: says why', async (_, address, options, title) => {
    await renderApp(address, options)
    expect(screen.getByRole('heading', { level: 1, name: title })).toBeVisible()
    expect(document.title).toBe(`${title} · Example University`)
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('tries again on demand', async () => {
    const { user, lms } = await renderApp(PAGE, { faults: ['offline'] })
    lms.change({ faults: [] })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Grading info' })).toBeVisible()
  })
})

function typeOf(name = 'Homework') {
  return { name, shortLabel: null, weight: 1, required: 1, dropped: 0 }
}

function workOf(type: string | null = 'Homework', name = type ?? '') {
  return { id: name, name, label: type === 'Homework' ? 'HW 01' : null, type, graded: true }
}

/** What the simulated school does not have: the answer is there before the page asks. */
function given(difference: Partial<GradingInfo>): void {
  queryClient.setQueryData(q('gradingInfo', { courseId: COURSE }).queryKey, {
    types: [typeOf()],
    cutoffs: [{ letter: 'Pass', from: 0.5 }],
    subsections: [workOf()],
    frozen: false,
    bulkManagement: false,
    ...difference,
  })
}
