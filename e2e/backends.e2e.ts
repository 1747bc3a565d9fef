import type { Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, grid, namesInSight, rowOf, totalOf } from './verbs.ts'

/** Opens a menu of the table's header and chooses from it. */
async function sort(page: Page, column: RegExp, entry: string): Promise<void> {
  await grid(page).getByRole('columnheader', { name: column }).click()
  await page.getByRole('menuitemradio', { name: entry }).click()
  await expect(page.getByRole('menu')).toBeHidden()
}

/** Narrows the table to course grades from a percentage on. */
async function filterFrom(page: Page, percent: string): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByLabel('Course grade, at least, in percent').fill(percent)
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page).toHaveURL(/[?&]min=/)
}

async function totalsInSight(page: Page): Promise<number[]> {
  const labels = await grid(page)
    .getByRole('gridcell', { name: /^Total, (?!mean)/ })
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''))
  return labels.flatMap((label) => (/(\d+)%/.exec(label)?.[1] ? [Number(/(\d+)%/.exec(label)?.[1])] : []))
}

test('the whole table: open, filter, sort, read a learner', async ({ page, open }) => {
  await open(COURSE, { backend: 'openedx-v1' })
  const all = await allRead(page)
  await filterFrom(page, '70')
  expect(await allRead(page)).toBeLessThanOrEqual(all)
  await sort(page, /^Total/, 'Sort, highest first')
  await expect.poll(async () => (await totalsInSight(page))[0]).toBeGreaterThanOrEqual(70)
  const totals = await totalsInSight(page)
  expect(totals).toEqual(totals.toSorted((a, b) => b - a))
  const [first = ''] = await namesInSight(page)
  await rowOf(page, first).getByRole('rowheader').click()
  await page.getByRole('menuitem', { name: 'Progress page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Progress')
  await expectAccessible(page)
})

test('one learner at a time: look up, read, and how the course is graded', async ({ page, open }) => {
  await open(COURSE, { backend: 'openedx-v0' })
  const field = page.getByRole('textbox', { name: 'Username' })
  await field.fill('nobody.at.all')
  await field.press('Enter')
  await expect(page.getByRole('alert')).toContainText('Nobody of this username')
  await expectAccessible(page)
  await field.fill('amara.okafor')
  await field.press('Enter')
  await expect(page.getByRole('heading', { name: 'What this server tells' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Homework/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Grading info' }).click()
  await expect(page.getByText('This server does not tell.').first()).toBeVisible()
  await expectAccessible(page)
})

test('totals by token: open, filter, sort, read a learner, forget the token', async ({ page, open }) => {
  await open(COURSE, { backend: 'so2' })
  await expect(page.getByLabel('Access token')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Access token').fill('mock-global-staff')
  await page.getByRole('button', { name: 'Continue' }).click()
  const all = await allRead(page)
  await expectAccessible(page)
  await filterFrom(page, '70')
  await expect(page.getByText(`of ${all} enrolled`)).toBeVisible()
  await sort(page, /^Total/, 'Sort, lowest first')
  const totals = await totalsInSight(page)
  expect(totals[0]).toBeGreaterThanOrEqual(70)
  expect(totals).toEqual(totals.toSorted((a, b) => a - b))
  await page.getByRole('button', { name: 'Clear all' }).click()
  await page.getByRole('searchbox').fill('amara')
  await expect(totalOf(page, 'amara.okafor')).toBeVisible()
  await rowOf(page, 'amara.okafor').getByRole('rowheader').click()
  await page.getByRole('menuitem', { name: 'Progress page' }).click()
  await expect(page.getByRole('heading', { name: 'What this server tells' })).toBeVisible()
  await expectAccessible(page)
  expect(page.url()).not.toContain('mock-global-staff')
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Forget the token' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to continue' })).toBeVisible()
})
