import type { Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf, grid, openOverride, rowOf, totalOf } from './verbs.ts'

const editor = (page: Page) => page.getByRole('complementary', { name: /^Homework/ })
const score = (page: Page) => page.getByRole('textbox', { name: 'New score' })
const reason = (page: Page) =>
  page.getByRole('combobox', { name: 'Reason' }).or(page.getByRole('textbox', { name: 'Reason' }))
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })

async function openCell(page: Page, learner: string, assignment: string): Promise<void> {
  await allRead(page)
  await openOverride(page, learner, assignment)
  await expect(score(page)).toBeFocused()
}

test('a grade is overridden with a reason; cell, total and foot follow; it is there after a reload', async ({
  page,
  open,
}) => {
  await open(COURSE)
  await openCell(page, 'Chen Wei', 'Homework 2')
  const total = await totalOf(page, 'Chen Wei').textContent()
  const foot = () =>
    grid(page)
      .getByRole('gridcell', { name: /^Homework 2, mean/ })
      .textContent()
  const mean = await foot()
  await expectAccessible(page)

  await score(page).fill('10')
  await expect(editor(page).getByText('of 10 points · 100%')).toBeVisible()
  await expect(editor(page).getByText('Total, estimated')).toBeVisible()
  await reason(page).fill('Handed in on paper')
  await save(page).click()
  await expect(cellOf(page, 'Chen Wei', 'Homework 2')).toBeFocused()
  await expect(cellOf(page, 'Chen Wei', 'Homework 2')).toHaveAccessibleName(
    'Homework 2, Chen Wei, 10 of 10 points, 100%, overridden',
  )
  await expect(totalOf(page, 'Chen Wei')).not.toHaveText(total ?? '')
  expect(await foot()).not.toBe(mean)
  await expect(page.getByText('Saved: Homework 2 for Chen Wei, 10 of 10.').first()).toBeVisible()

  await page.reload()
  await openCell(page, 'Chen Wei', 'Homework 2')
  await expect(editor(page).getByRole('listitem').first()).toContainText('Handed in on paper')
  await expect(editor(page).getByRole('listitem').first()).toContainText('gradebook')
})

test('with the keyboard alone: from the address bar to a saved override', async ({ page, open }) => {
  await open(COURSE)
  await allRead(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)) break
  }
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(cellOf(page, 'Ada Lovelace-Byron', 'Homework 1')).toBeFocused()
  await page.keyboard.press('Alt+Enter')
  await expect(score(page)).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(editor(page)).toContainText('Björn Þórsson')
  await expect(score(page)).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('9.5')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Checked again')
  await page.keyboard.press('Enter')
  const cell = cellOf(page, 'Björn Þórsson', 'Homework 1')
  await expect(cell).toBeFocused()
  await expect(cell).toHaveAccessibleName(/9\.5 of 10 points, 95%, overridden/)
  await page.keyboard.press('Alt+Enter')
  await expect(score(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(cell).toBeFocused()
})

for (const [fault, words] of [
  ['save-422', /^Not saved/],
  ['save-500', /^It was not saved: the server has a problem/],
  ['offline', /^Not saved/],
] as const) {
  test(`${fault}: what was typed is still there, and why it was not saved`, async ({
    page,
    open,
    shareWorld,
    context,
  }) => {
    await open(COURSE)
    await openCell(page, 'Amara Okafor', 'Homework 1')
    await score(page).fill('7.25')
    await reason(page).fill('Late')
    await shareWorld(await context.newPage(), '/favicon.svg', { faults: [fault] })
    await save(page).click()
    await expect(editor(page).getByText(words)).toBeVisible({ timeout: 20_000 })
    await expect(score(page)).toHaveValue('7.25')
    await expect(reason(page)).toHaveValue('Late')
    await expectAccessible(page)
    // The server has what it had; what was typed is kept in this browser.
    await open(COURSE, { faults: [] })
    await expect(cellOf(page, 'Amara Okafor', 'Homework 1')).toHaveAccessibleName(
      /9 of 10 points, 90%, changed to 7\.25 of 10 points/,
    )
  })
}

test('what cannot be a score is said before anything is sent', async ({ page, open }) => {
  await open(COURSE)
  await openCell(page, 'Amara Okafor', 'Homework 1')
  await score(page).fill('ten')
  await save(page).click()
  await expect(editor(page).getByText(/^Type points such as 8/)).toBeVisible()
  await score(page).fill('12')
  await save(page).click()
  await expect(editor(page).getByText(/^This is more than the 10 points/)).toBeVisible()
  await page.getByRole('checkbox', { name: /extra credit/ }).check()
  await save(page).click()
  await expect(cellOf(page, 'Amara Okafor', 'Homework 1')).toHaveText('120')
})

test('two graders: the second one sees what the first one did before anything is overwritten', async ({
  page,
  open,
  browser,
  shareWorld,
}) => {
  await open(COURSE)
  await openCell(page, 'Amara Okafor', 'Homework 3')
  const second = await (await browser.newContext()).newPage()
  await shareWorld(second, COURSE, { user: 'global-staff' })
  await openCell(second, 'Amara Okafor', 'Homework 3')
  await score(second).fill('5')
  await save(second).click()
  // The score shows while it is on its way, too: saved is what says so.
  await expect(cellOf(second, 'Amara Okafor', 'Homework 3')).toHaveAccessibleName(/50%, overridden/)
  await second.context().close()

  await score(page).fill('6')
  await save(page).click()
  await expect(page.getByText('Somebody else changed this grade')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(cellOf(page, 'Amara Okafor', 'Homework 3')).toHaveText('60')
})

test('the editor opens by its address, and closes with Back', async ({ page, open }) => {
  await open(`${COURSE}?sort=-total`)
  await openCell(page, 'Fatima Zahra Benali', 'Homework 1')
  const address = page.url()
  expect(address).toContain('/learners/')
  await page.goBack()
  await expect(score(page)).toHaveCount(0)
  await expect(grid(page)).toBeVisible()
  await page.goto(address)
  await expect(editor(page)).toContainText('Fatima Zahra Benali')
  await expect(rowOf(page, 'Fatima Zahra Benali')).toBeVisible()
})

test('frozen grades open, but cannot be changed', async ({ page, open }) => {
  await open(COURSE, { scenario: 'frozen' })
  await allRead(page)
  await openOverride(page, 'Amara Okafor', 'Homework 1')
  await expect(
    editor(page)
      .getByText(/frozen/)
      .first(),
  ).toBeVisible()
  await expect(score(page)).toBeDisabled()
})
