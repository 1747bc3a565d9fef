import { act, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { CERTIFICATE_STATES } from '#mocks/lms/standing-model.ts'
import type { Progress } from '#src/domain/progress.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { renderApp } from '#src/testing.tsx'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const PAGE = `/${COURSE}/progress`

/** The text of what stands under a heading. */
const fact = (name: string) => screen.getByRole('heading', { level: 3, name }).parentElement

/** In which order the scenario enrols its learners: the one to download first. */
const IN_ORDER = ['downloadable', ...CERTIFICATE_STATES.filter((state) => state !== 'downloadable'), 'none']
const pageOf = (state: string) => `${PAGE}/${1001 + IN_ORDER.indexOf(state)}`

describe('a certificate', () => {
  test.each([
    ['downloadable', /^Certificate✓ Certificate earnedIt is ready\./],
    ['notpassing', /No certificate yetIt takes a passing grade/],
    ['requesting', /Certificate can be requested.*Request it in the course$/],
    ['generating', /Certificate being made/],
    ['earned_but_not_available', /✓ Certificate earned.*It can be had from Sun 29 Nov,/],
    ['unverified', /waits for an identity check.*Check identity$/],
    ['auditing', /No certificate in this trackAuditing a course gives no certificate/],
    ['audit_passing', /No certificate in this track.*not even for a passing grade/],
    ['audit_notpassing', /No certificate in this track.*does not pass yet/],
    ['honor_passing', /Passing in the honor track/],
    ['restricted', /Certificate withheld/],
    ['invalidated', /Certificate declared invalid/],
    ['unavailable', /No certificate at present.*Progress in the course$/],
    ['deleting', /Certificate being removed/],
    ['deleted', /Certificate removed/],
    ['error', /Certificate could not be made.*Progress in the course$/],
    ['none', /No certificate yetNone has been made/],
  ])('in the state %s has words, and the action that goes with it', async (state, words) => {
    await renderApp(pageOf(state), { scenario: 'certificates' })
    expect(fact('Certificate')).toHaveTextContent(words)
  })

  test('has words for each state that is documented', () => {
    expect(new Set(IN_ORDER).size).toBe(17)
  })

  test('in a state of a later release is called by the server’s word', async () => {
    await given({
      certificate: { status: 'on_the_moon', viewUrl: null, downloadUrl: null, availableFrom: null },
    })
    expect(fact('Certificate')).toHaveTextContent('Certificate: on_the_moon')
  })

  test('to be had is opened by its holder, who is not told staff’s comparison', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'certificates' })
    expect(screen.getByRole('link', { name: 'View certificate' })).toHaveAttribute(
      'href',
      expect.stringContaining('/certificates/'),
    )
    expect(fact('Certificate')).not.toHaveTextContent('The grade recorded')
  })

  test('shows staff the grade written on it beside today’s', async () => {
    await renderApp(pageOf('downloadable'), { scenario: 'certificates' })
    expect(await screen.findByText(/^The grade recorded for it is \d+%/)).toBeVisible()
  })
})

test('a certificate that was never made is not said to have a grade on it', async () => {
  await renderApp(pageOf('notpassing'), { scenario: 'certificates' })
  expect(await screen.findByText(/^The grade recorded for it is \d+%/)).toBeVisible()
  expect(fact('Certificate')).not.toHaveTextContent('on it')
})

describe('credit', () => {
  test('that is still open tells each requirement', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'credit' })
    expect(fact('Academic credit')).toHaveTextContent('Requirements are still open')
    expect(within(list('Academic credit')).getAllByRole('listitem').map(textOf)).toEqual([
      'Minimum grade (at least 75%): met, 20 Nov',
      'Proctored midterm: handed in, not decided, 31 Oct',
      'Identity verification: met, 21 Sept',
    ])
    expect(fact('Academic credit')).not.toHaveTextContent('Credit can be asked for')
  })

  test('that can be asked for tells until when', async () => {
    await renderApp(`${PAGE}/1002`, { user: 'global-staff', scenario: 'credit' })
    expect(await screen.findByText(/^Credit can be asked for until/)).toHaveTextContent(
      /until Wed 30 Dec,.* \(in 40 days\)\.$/,
    )
    expect(screen.getByRole('link', { name: 'Ask for credit' })).toBeVisible()
  })

  test('whose time is over says so', async () => {
    await renderApp(`${PAGE}/1006`, { user: 'global-staff', scenario: 'credit' })
    expect(await screen.findByText(/the time to ask may be over/)).toBeVisible()
  })

  test('that is lost names what failed', async () => {
    await renderApp(`${PAGE}/1003`, { scenario: 'credit' })
    expect(fact('Academic credit')).toHaveTextContent(/A requirement was not met.*Proctored midterm: not met/)
  })
})

describe('access', () => {
  test('that ends tells when, how to keep it, what is locked, and the price', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'audit-locked' })
    expect(fact('Access')).toHaveTextContent(/^AccessEnds Thu 10 Dec, .* \(in 20 days\)/)
    expect(fact('Access')).toHaveTextContent(
      /An upgrade by Fri 27 Nov, .* \(in 7 days\) keeps the course open/,
    )
    expect(fact('Upgrade')).toHaveTextContent(
      /Offered for US\$99.*\d+ graded assignments are locked until then/,
    )
    // One way up, not two.
    const around = within(screen.getByRole('region', { name: 'Around the grade' }))
    expect(around.getAllByRole('link', { name: 'Upgrade' })).toHaveLength(1)
  })

  test('that is over tells so to staff', async () => {
    await renderApp(`${PAGE}/1004`, { scenario: 'audit-locked' })
    expect(fact('Access')).toHaveTextContent(/^AccessEnded Wed 18 Nov, .* \(2 days ago\)/)
    expect(fact('Access')).toHaveTextContent(
      /An upgrade by Fri 27 Nov, .* \(in 7 days\) opens the course again/,
    )
  })

  test('that is over is opened again by an upgrade, also without a day', async () => {
    const at = '2026-11-18T09:00:00Z'
    await given({ accessEnd: { at, upgradeUntil: null, upgradeUrl: 'https://lms.example/upgrade' } })
    expect(fact('Access')).toHaveTextContent('An upgrade opens the course again.')
  })

  test('to an upgrade without a known currency keeps the server’s sign', async () => {
    await given({
      accessEnd: null,
      upgrade: { price: { amount: 12.5, currency: null, symbol: '¤' }, url: null, accessUntil: null },
    })
    expect(fact('Upgrade')).toHaveTextContent('Offered for ¤12.50')
  })
})

describe('the rest', () => {
  test('how much is done, in words', async () => {
    await renderApp(PAGE, { user: 'learner', scenario: 'audit-locked' })
    expect(fact('Completion')).toHaveTextContent(/^Completion3 of 49 units done3 done11 left35 locked/)
  })

  test('nothing to do yet', async () => {
    await given({ completion: { done: 0, left: 0, locked: 0 }, opensMore: false })
    expect(fact('Completion')).toHaveTextContent(/^CompletionThe course has no units yet\.$/)
  })

  test.each([
    ['pending', 'Being looked at'],
    ['approved', '✓ Confirmed'],
    ['expired', 'Expired'],
    ['must_reverify', 'Has to be repeated'],
    ['denied', 'Not accepted'],
    ['lost_in_space', 'State: lost_in_space'],
  ])('an identity check that is %s', async (status, words) => {
    await given({ verification: { status, at: '2026-11-01T10:00:00Z', url: null } })
    expect(fact('Identity check')).toHaveTextContent(words)
    expect(fact('Identity check')).toHaveTextContent('As of 1 Nov.')
  })

  test('an identity check that nobody asks for is not mentioned', async () => {
    await given({ verification: { status: 'none', at: null, url: null } })
    expect(screen.queryByRole('heading', { name: 'Identity check' })).toBeNull()
  })

  test('the course’s own pages, and Studio for staff only', async () => {
    await renderApp(`${PAGE}/1001`)
    expect(within(list('In the course')).getAllByRole('link').map(textOf)).toEqual([
      'Course',
      'Dates',
      'Instructor',
      'Grading in Studio',
    ])
  })

  test('a learner is not led to Studio', async () => {
    await renderApp(PAGE, { user: 'learner' })
    expect(within(list('In the course')).getAllByRole('link').map(textOf)).toEqual(['Course', 'Dates'])
  })
})

function list(name: string): HTMLElement {
  return within(fact(name) as HTMLElement).getByRole('list')
}

function textOf({ textContent }: HTMLElement): string {
  return textContent
}

/** Opens the learner's page with a standing that the simulated school does not have. */
async function given(difference: Partial<Progress>): Promise<void> {
  await renderApp(PAGE, { user: 'learner' })
  const { queryKey } = q('progress', { courseId: COURSE, learnerId: null })
  queryClient.setQueryData(queryKey, (progress?: Progress) => progress && { ...progress, ...difference })
  // What listens hears of it a moment later.
  await act(() => new Promise((resolve) => setTimeout(resolve)))
}
