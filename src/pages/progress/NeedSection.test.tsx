import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { EARLIER, LATER, scoreOf, subsectionOf, typeOf } from '#src/domain/progress-testing.ts'
import { renderApp } from '#src/testing.tsx'
import { giveProgress, renderProgress } from './under-test.ts'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const PAGE = `/${COURSE}/progress`

const need = (name = 'What do I need?') => within(screen.getByRole('region', { name }))
const answer = () => need().getAllByRole('status')[0]
const otherTotal = () => need().getByRole('textbox', { name: /total$/ })

describe('what is needed', () => {
  test('begins with the next letter, and names what remains', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'underway' })
    expect(need().getByRole('radio', { name: 'C · 60%' })).toBeChecked()
    expect(answer()?.textContent.replaceAll(/[\u2066-\u2069]/g, '')).toBe(
      'For a total of 60%, on average on what remains15.9%' +
        'What remains: Homework 10, Homework 11, Lab 9, Homework (1 not published yet) and Final exam (1 not published yet). ' +
        'The highest total still within reach is 95% (A).',
    )
  })

  test('takes another letter, or any total', async () => {
    const { user } = await renderApp(PAGE, { user: 'learner', scenario: 'underway' })
    await user.click(need().getByRole('radio', { name: /^A/ }))
    expect(answer()).toHaveTextContent('87.7%')
    await user.type(otherTotal(), '82.5')
    expect(need().queryByRole('radio', { checked: true })).toBeNull()
    expect(answer()).toHaveTextContent('For a total of 82.5%')
    await user.click(need().getByRole('radio', { name: /^B/ }))
    expect(otherTotal()).toHaveValue('')
  })

  test.each([
    ['50', 'Already safe'],
    ['99', 'Out of reach'],
    ['120', 'Out of reach'],
  ])('for %s %% is: %s', async (text, words) => {
    const { user } = await renderApp(PAGE, { user: 'learner', scenario: 'underway' })
    await user.type(otherTotal(), text)
    expect(answer()).toHaveTextContent(words)
    expect(answer()).toHaveTextContent('The highest total still within reach is 95% (A).')
  })

  test.each([
    ['much', 'Type a percentage such as 80 or 82.5.'],
    ['8/10', 'Type a percentage such as 80 or 82.5.'],
    ['82,5', 'Write decimals with a point: 8.5.'],
    ['-5', 'A total cannot be below 0.'],
  ])('cannot be told for “%s”, and says what would be right', async (text, words) => {
    const { user } = await renderApp(PAGE, { user: 'learner', scenario: 'underway' })
    await user.type(otherTotal(), text)
    expect(otherTotal()).toBeInvalid()
    expect(otherTotal()).toHaveAccessibleDescription(`% ${words}`)
    expect(answer()?.textContent).toBe('The highest total still within reach is 95% (A).')
  })

  test('is asked in other words of staff', async () => {
    await renderApp(`${PAGE}/1001`, { user: 'instructor', scenario: 'underway' })
    expect(need('What is needed?').getByText(/^15\.9/)).toBeVisible()
  })

  test('is not told where scores are hidden, and why', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'hidden-scores' })
    expect(need().queryByRole('radio')).toBeNull()
    expect(need().getByText(/what is needed for a target cannot be told/)).toBeVisible()
    expect(
      need()
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      expect.stringMatching(
        /^Homework: scores are hidden\. The last of those that will be shown appears on Sun,? 22 Nov, 09:00\.$/,
      ),
      'Lab: scores are hidden.',
      expect.stringMatching(/^Final exam: scores are hidden\. .* on Wed,? 25 Nov, 12:00\.$/),
    ])
  })

  test('is told where only work without weight is hidden', async () => {
    await renderProgress({
      types: [typeOf(), typeOf({ name: 'Survey', weight: 0 })],
      sections: [
        {
          name: 'Week 1',
          subsections: [
            subsectionOf({ id: 'one' }),
            subsectionOf({ id: 'two', type: 'Survey', score: null, visibility: 'never' }),
          ],
        },
      ],
    })
    expect(answer()).toHaveTextContent('59.5%What remains: \u2068one\u2069.')
  })

  test('says that nothing is open once the course has ended', async () => {
    const { user } = await renderApp(PAGE, { user: 'learner', scenario: 'frozen' })
    await user.type(otherTotal(), '100')
    expect(answer()).toHaveTextContent('Nothing that could raise the total is open.')
  })

  test('says why nothing can be told where the policy has no types', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'no-policy' })
    expect(need().getByText(/^No kind of work has a weight in this course/)).toBeVisible()
    expect(need().queryByText('Try other scores')).toBeNull()
  })

  test('says so where the server tells totals only', async () => {
    await renderProgress({ sections: null })
    expect(need().getByText(/^The server tells totals only/)).toBeVisible()
    expect(need().queryByText('Try other scores')).toBeNull()
  })

  test('is called an estimate where the official total is another one', async () => {
    await renderProgress({
      grade: { percent: 0.72, letter: 'C', passed: true },
      sections: [
        {
          name: 'Week 1',
          subsections: [
            subsectionOf({ id: 'one', score: scoreOf(7), due: EARLIER }),
            subsectionOf({ id: 'two' }),
          ],
        },
      ],
    })
    expect(
      need().getByText(/^The scores and the policy shown here give 35%, and the official total is 72%\./),
    ).toBeVisible()
  })

  test.each([
    ['official', 0.72, '70', 'Already safe', 'within reach is 85%'],
    ['official, beyond our reach', 0.9, '90', 'Already safe', 'within reach is 90% (A)'],
    ['ours alone', 0.2, '30', 'Not certain', 'the official total does not'],
  ])('takes the official total for the truth: %s', async (_, percent, text, big, words) => {
    const { user } = await renderProgress({
      grade: { percent, letter: percent >= 0.9 ? 'A' : null, passed: true },
      sections: [
        {
          name: 'Week 1',
          subsections: [
            subsectionOf({ id: 'one', score: scoreOf(7), due: EARLIER }),
            subsectionOf({ id: 'two' }),
          ],
        },
      ],
    })
    await user.type(otherTotal(), text)
    expect(answer()).toHaveTextContent(big)
    expect(answer()).toHaveTextContent(words)
  })

  test('takes a percentage where the course has no letters', async () => {
    const { user } = await renderProgress({
      cutoffs: [],
      sections: [{ name: 'Week 1', subsections: [subsectionOf({ id: 'one' })] }],
    })
    expect(answer()?.textContent).toBe('The highest total still within reach is 100%.')
    await user.type(need().getByRole('textbox', { name: 'Target' }), '70')
    expect(answer()).toHaveTextContent('69.5%')
  })

  test('names a few of many', async () => {
    const subsections = Array.from({ length: 40 }, (_, index) => subsectionOf({ id: `Essay ${index + 1}` }))
    await renderProgress({ sections: [{ name: 'Week 1', subsections }] })
    expect(answer()).toHaveTextContent(/Essay 5.? and 35 more\./)
  })
})

describe('other scores', () => {
  const total = () => need().getAllByRole('status').at(-1)?.textContent.trim()
  const field = (name: string) => need().getByRole('textbox', { name: `What if: ${name}` })
  const row = (name: string) => within(need().getByRole('row', { name: new RegExp(`^${name}\\b`) }))

  async function openType(user: UserEvent, type: string): Promise<void> {
    await user.click(need().getByText('Try other scores'))
    await user.click(await need().findByText(type, { selector: 'summary bdi' }))
  }

  test('change the total, and which scores are dropped; nothing is sent', async () => {
    const { user, lms, router } = await renderApp(PAGE, { user: 'learner', scenario: 'underway' })
    const asked = lms.requests.length
    const address = router.state.location
    await openType(user, 'Homework')
    expect(total()).toBe('53%')
    expect(row('Homework 11').getByText('is dropped')).toBeVisible()
    await user.type(field('Homework 11'), '9.5')
    expect(row('Homework 11').getByText('counts')).toBeVisible()
    await user.click(need().getByText('Final exam', { selector: 'summary bdi' }))
    await user.type(field('Final exam, not published (1)'), '80')
    expect(total()).toBe('86% B')
    expect(lms.requests).toHaveLength(asked)
    expect(router.state.location).toBe(address)
    expect(JSON.stringify([localStorage, sessionStorage])).not.toContain('9.5')
  })

  test('go back by Escape and by the button, and it is said', async () => {
    const { user } = await renderApp(PAGE, { user: 'learner', scenario: 'underway' })
    await openType(user, 'Homework')
    const button = need().getByRole('button', { name: 'Reset' })
    expect(button).toHaveAccessibleDescription('Nothing is changed.')
    await user.type(field('Homework 11'), '10')
    expect(total()).toBe('54%')
    await user.keyboard('{Escape}')
    expect(field('Homework 11')).toHaveValue('')
    expect(field('Homework 11')).toHaveFocus()
    expect(total()).toBe('53%')
    expect(await screen.findByText('The exercise is reset. All scores are as they were.')).toBeInTheDocument()
    await user.type(field('Homework 11'), '10')
    await user.click(button)
    expect(total()).toBe('53%')
    expect(button).toHaveFocus()
  })

  test.each([
    ['80%', '54%', ''],
    ['8/10', '54%', ''],
    ['30', '56%', 'More than the maximum.'],
    ['good', '53%', 'Type points such as 8 or 8.5, a percentage such as 80%, or 8/10.'],
    ['-1', '53%', 'A score cannot be below 0.'],
    ['8/20', '53%', 'This assignment has 10 points, not 20.'],
  ])('“%s” makes %s of the total', async (text, expected, words) => {
    const { user } = await renderProgress({
      grade: { percent: 0.53, letter: null, passed: false },
      types: [typeOf({ weight: 0.01 }), typeOf({ name: 'Exam', weight: 0.53 })],
      sections: [
        {
          name: 'Week 1',
          subsections: [
            subsectionOf({ id: 'one' }),
            subsectionOf({ id: 'exam', type: 'Exam', score: scoreOf(10) }),
          ],
        },
      ],
    })
    await openType(user, 'Homework')
    await user.type(field('one'), text)
    expect(total()).toBe(expected)
    expect(field('one')).toHaveAccessibleDescription(words)
  })

  test('are off for types whose scores are hidden; what the scores shown make stands beside the official total', async () => {
    const { user } = await renderApp(PAGE, { user: 'learner', scenario: 'hidden-scores' })
    await openType(user, 'Midterm exam')
    expect(screen.getByRole('region', { name: 'What do I need?' })).toHaveTextContent(
      'Lab: scores are hidden. Trying is off here.',
    )
    expect(
      need()
        .getAllByRole('definition')
        .map((one) => one.textContent.trim()),
    ).toEqual(['50%', '33%', '33%'])
    await user.type(field('Midterm'), '0')
    expect(total()).toBe('5%')
    expect(need().queryByRole('textbox', { name: /Homework/ })).toBeNull()
  })

  test('begin anew when the server tells other grades', async () => {
    const { user } = await renderApp(PAGE, { user: 'learner', scenario: 'underway' })
    await openType(user, 'Homework')
    await user.type(field('Homework 11'), '10')
    await giveProgress({
      username: 'amara.okafor',
      sections: [{ name: 'Week 1', subsections: [subsectionOf({ id: 'one', due: LATER })] }],
    })
    expect(total()).toBe('0%')
    expect(need().queryByRole('textbox', { name: 'What if: Homework 11' })).toBeNull()
  })
})
