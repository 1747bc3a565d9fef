import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { EARLIER, LATER, scoreOf, subsectionOf, typeOf } from '#src/domain/progress-testing.ts'
import { renderApp } from '#src/testing.tsx'
import { renderProgress } from './under-test.ts'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const PAGE = `/${COURSE}/progress`

const left = () => within(screen.getByRole('region', { name: 'What is left' }))
const items = () =>
  left()
    .getAllByRole('listitem')
    .map((item) => item.textContent)

describe('what is left', () => {
  test('stands by due date, with what it can bring, then what is to come and what was due', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'underway' })
    expect(items()).toEqual([
      expect.stringMatching(
        /^Homework 10 6 of 10 points so far up to 0.6% of the course Due Fri,? 27 Nov, 23:59 \(in 7 days\)$/,
      ),
      expect.stringMatching(
        /^Homework 11 10 points up to 0.6% of the course Due Sun,? 6 Dec, 23:59 \(in 16 days\)$/,
      ),
      'Lab 9 20 points up to 0.89% of the course No due date',
      'Homework 1 more to come, up to 0.6% of the course',
      'Final exam 1 more to come, up to 40% of the course',
      expect.stringMatching(/^Lab 8 20 points Due Tue,? 10 Nov, 23:59 \(9 days ago\)$/),
    ])
    expect(left().getByRole('heading', { name: 'Past due' })).toBeVisible()
    expect(left().getByText(/^These stand at zero points\./)).toBeVisible()
    expect(left().getByRole('link', { name: 'Homework 11' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^http.*hw_11/),
    )
    expect(left().getByText(/More of the course opens later/)).toBeVisible()
  })

  test('is shown to staff for a learner', async () => {
    await renderApp(`${PAGE}/1001`, { user: 'instructor', scenario: 'underway' })
    expect(left().getByRole('link', { name: 'Homework 11' })).toBeVisible()
  })

  test('shows what is due where scores are hidden, and does not call unseen work unpublished', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'hidden-scores' })
    expect(items().find((text) => text.startsWith('Final exam'))).toMatch(/^Final exam\s+Score hidden Due /)
    expect(left().getByRole('heading', { name: 'Not listed here' })).toBeVisible()
    expect(items()).toContain('Lab 9 not published yet, or not shown')
  })

  test('leads out of locked work', async () => {
    const { user } = await renderApp(PAGE, { user: 'learner', scenario: 'audit-locked' })
    expect(
      left().getByText(/^23 assignments that count towards the total are locked until an upgrade\./),
    ).toBeVisible()
    expect(left().getByRole('link', { name: 'Upgrade to open them' })).toHaveAttribute(
      'href',
      expect.stringMatching(/basket/),
    )
    await user.click(left().getByText('Which they are'))
    expect(left().getByText('Homework 12')).toBeVisible()
  })

  test('says that a course has ended', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'frozen' })
    expect(left().getByText(/^The course ended on/)).toHaveTextContent(
      /^The course ended on 25 Sept?\. Nothing is left\.$/,
    )
    expect(left().queryByRole('list')).toBeNull()
  })

  test('says that nothing is left', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'no-graded' })
    expect(left().getByText('Nothing is left: no graded work can still bring points.')).toBeVisible()
  })

  test('says that it cannot be listed where the server tells totals only', async () => {
    await renderProgress({ sections: null, types: [typeOf()] })
    expect(left().getByText(/^The server tells totals only/)).toBeVisible()
  })

  test('names what keeps work from counting', async () => {
    await renderProgress({
      types: [
        typeOf({ name: 'Quiz', weight: 0 }),
        typeOf({ name: 'Lab', weight: 0.5, dropped: 1 }),
        typeOf({ weight: 0.5 }),
      ],
      sections: [
        {
          name: 'Week 1',
          subsections: [
            subsectionOf({ id: 'Quiz 1', type: 'Quiz' }),
            subsectionOf({ id: 'Lab 1', type: 'Lab', due: EARLIER, score: scoreOf(12) }),
            subsectionOf({ id: 'Lab 2', type: 'Lab' }),
            subsectionOf({ id: 'Essay', override: { through: 'gradebook', reason: null } }),
          ],
        },
      ],
    })
    expect(items().map((text) => text.replace(/ Due.*/, ''))).toEqual([
      'Quiz 1 10 points does not count towards the total',
      'Lab 2 10 points would be dropped as things stand',
      'Essay 10 points its score was set by staff, and more work does not change it',
    ])
  })

  test('folds several hundred, and unfolds them with focus on the first that came', async () => {
    const { user } = await renderProgress({ sections: [{ name: 'Week 1', subsections: many(300) }] })
    expect(left().getAllByRole('listitem')).toHaveLength(12)
    await user.click(left().getByRole('button', { name: 'Show 100 more of 288' }))
    expect(left().getAllByRole('listitem')).toHaveLength(112)
    await expect.poll(() => document.activeElement?.textContent).toMatch(/^Homework 13/)
    await user.click(left().getByRole('button', { name: 'Show 100 more of 188' }))
    await user.click(left().getByRole('button', { name: 'Show 88 more' }))
    expect(left().getAllByRole('listitem')).toHaveLength(300)
    expect(left().queryByRole('button')).toBeNull()
  })
})

function many(count: number) {
  return Array.from({ length: count }, (_, index) =>
    subsectionOf({ id: `hw${index}`, name: `Homework ${index + 1}`, due: LATER }),
  )
}
