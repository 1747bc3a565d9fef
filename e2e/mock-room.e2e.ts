import type { Locator, Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf, grid } from './verbs.ts'

/** Mock mode as a static site: the simulated LMS lives in the tab, behind a service worker. */

const tab = (page: Page, name: RegExp): Locator => page.getByRole('tab', { name })
const pill = (page: Page): Locator => page.getByRole('button', { name: /^Simulated LMS · / })
const drawer = (page: Page): Locator => page.getByRole('complementary', { name: 'Simulated LMS' })

async function openRoom(page: Page, query = ''): Promise<void> {
  await page.goto(`/mock${query}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Simulated LMS' })).toBeVisible()
}

test('who asks, the scenario and the clock are set on the page, and the screens follow', async ({ page }) => {
  await openRoom(page)
  await expect(page).toHaveTitle('Simulated LMS · Rollbook')
  await page.getByLabel('Who is asking').selectOption('limited-staff')
  await expect(pill(page)).toContainText('limited-staff · default')
  await page.getByLabel('Scenario', { exact: true }).selectOption('no-graded')
  await expect(pill(page)).toContainText('limited-staff · no-graded')
  await page.getByLabel('Scenario', { exact: true }).selectOption('default')
  await expect(pill(page)).toContainText('limited-staff · default')
  await page.getByLabel('Today in the course').fill('2027-12-01T10:00')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await expect(page.getByText('1 change since the start')).toBeVisible()

  await page.goto(COURSE)
  await allRead(page)
  await expect(page.getByText(/^Grades are frozen: this course ended/)).toBeVisible()
})

test('the drawer opens by keyboard beside the page, stays over a reload, and gives the focus back', async ({
  page,
}) => {
  await page.goto(`${COURSE}?cohort=3`)
  await allRead(page)
  const address = page.url()
  await pill(page).focus()
  await page.keyboard.press('Enter')
  await expect(drawer(page).getByRole('heading', { name: 'Simulated LMS' })).toBeFocused()
  await expect(grid(page)).toBeVisible()

  await drawer(page).getByLabel('Who is asking').focus()
  await page.keyboard.press('ArrowDown')
  await expect(pill(page)).toContainText('limited-staff')
  await expect(drawer(page).getByLabel('Who is asking')).toBeFocused()
  await allRead(page)

  await drawer(page).getByRole('tab', { name: 'Settings' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(tab(page, /^Requests/)).toBeFocused()
  await expect(drawer(page).getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toBeHidden()
  await expect(pill(page)).toBeFocused()
  expect(page.url()).toBe(address)
})

test('the log shows what the screens asked, and an endpoint can be tried', async ({ page }) => {
  await page.goto(COURSE)
  await allRead(page)
  await pill(page).click()
  await tab(page, /^Requests/).click()
  await page.getByRole('searchbox', { name: 'Filter requests' }).fill('grading-info')
  await drawer(page)
    .getByRole('button', { name: /^GET .*\/grading-info .*Grades: gradingInfo/ })
    .click()
  await expect(page.getByRole('region', { name: 'Body: Response: 200' })).toContainText(
    '"assignment_types": {',
  )

  await page.getByRole('link', { name: 'Open the control room as a page' }).click()
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await expect(drawer(page)).toBeHidden()
  await tab(page, /^Endpoints/).click()
  await page.getByRole('searchbox', { name: 'Search endpoints' }).fill('post bulk-update')
  await page.getByRole('button', { name: /^POST .*bulk-update/ }).click()
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(page.getByText(/^Status 202, after \d+ ms\.$/)).toBeVisible()
  await tab(page, /^Settings/).click()
  await expect(page.getByText('1 change since the start')).toBeVisible()
})

test('a state goes out to a file, and comes back from it after a reset', async ({ page }) => {
  await page.goto(`${COURSE}?mock.user=global-staff`)
  await allRead(page)
  const cell = cellOf(page, 'Amara Okafor', 'Homework 1')
  const before = (await cell.textContent()) ?? ''
  await openRoom(page, '?view=catalogue')
  await page.getByRole('searchbox', { name: 'Search endpoints' }).fill('post bulk-update')
  await page.getByRole('button', { name: /^POST .*bulk-update/ }).click()
  const body = page.getByRole('textbox', { name: 'Body' })
  const [change] = JSON.parse(await body.inputValue()) as Array<{ user_id: number }>
  const learner = await page.evaluate(async () => {
    const response = await fetch(
      '/api/grades/v1/gradebook/course-v1:MITx+18.05+2026_Autumn/?user_contains=amara.okafor',
    )
    const { results } = (await response.json()) as { results: Array<{ user_id: number }> }
    return results[0]?.user_id
  })
  await body.fill(JSON.stringify([{ ...change, user_id: learner }]))
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(page.getByText(/^Status 202, /)).toBeVisible()

  await tab(page, /^Settings/).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await (await saving).path()
  await page.getByRole('button', { name: 'Reset' }).click()
  await expect(page.getByText('as the scenario began')).toBeVisible()

  await page.getByLabel('File to import').setInputFiles(file)
  await expect(page.getByText('1 change since the start')).toBeVisible()
  await expect(pill(page)).toContainText('global-staff')
  await page.goto(COURSE)
  await allRead(page)
  await expect(cell).not.toHaveText(before)
})

for (const [name, use] of [
  ['in the light theme', { colorScheme: 'light' }],
  ['in the dark theme', { colorScheme: 'dark' }],
  ['on a phone', { viewport: { width: 375, height: 800 } }],
] as const) {
  test.describe(name, () => {
    test.use(use)
    test('every part of the control room is free of axe violations', async ({ page }) => {
      await openRoom(page, '?mock.faults=save-500&mock.user=king')
      await expectAccessible(page)
      await openRoom(page, '?view=catalogue')
      await page.getByRole('searchbox', { name: 'Search endpoints' }).fill('get grading-info')
      await page.getByRole('button', { name: /^GET / }).first().click()
      await page.getByRole('button', { name: 'Try it' }).click()
      await expect(page.getByText(/^Status 200, /)).toBeVisible()
      await expectAccessible(page)

      await page.goto(`${COURSE}/grading-info`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await pill(page).click()
      await expect(drawer(page).or(page.getByRole('dialog', { name: 'Simulated LMS' }))).toBeVisible()
      await expectAccessible(page)
      await tab(page, /^Requests/).click()
      await page.getByRole('button', { name: /^GET / }).first().click()
      await expect(page.getByRole('region', { name: /^Body: Response/ })).toBeVisible()
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    })
  })
}

test('what is not saved in one scenario shows up in no other, and is there when one comes back', async ({
  page,
}) => {
  const unsaved = page.getByText(/^1 change from today at .* was kept in this browser/)
  await page.goto(`${COURSE}?scores=points`)
  await allRead(page)
  await cellOf(page, 'Amara Okafor', 'Homework 3').focus()
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^1 change for 1 learner/).first()).toBeVisible()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(`${COURSE}?mock.scenario=one-learner`)
  await allRead(page)
  // Asked for what was kept: only then it is certain that nothing comes any more.
  await page.waitForLoadState('networkidle')
  await expect(unsaved).toBeHidden()
  await page.goto(`${COURSE}?mock.scenario=default`)
  await expect(unsaved).toBeVisible()
})
