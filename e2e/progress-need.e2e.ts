import type { Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from '#e2e/fixtures.ts'

const PAGE = `${COURSE}/progress`

/** Unfolds the exercise, and the homework in it. */
async function openHomework(page: Page): Promise<void> {
  const need = page.getByRole('region', { name: 'What do I need?' })
  await need.getByText('Try other scores').click()
  await need.getByText('Homework', { exact: true }).click()
}

for (const scheme of ['light', 'dark'] as const) {
  test(`what is left and needed is accessible, ${scheme}`, async ({ page, open }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await open(PAGE, { user: 'learner', scenario: 'underway' })
    await openHomework(page)
    await page.getByRole('textbox', { name: 'What if: Homework 11' }).fill('a lot')
    await page.getByRole('textbox', { name: 'What if: Homework 3' }).fill('12')
    await page.getByRole('textbox', { name: 'Or another total' }).fill('much')
    await expect(page.getByText('More than the maximum.')).toBeVisible()
    await expectAccessible(page)
  })
}

test('a target is chosen and scores are tried by keyboard alone, on a phone', async ({ page, open }) => {
  await page.setViewportSize({ width: 375, height: 740 })
  await open(PAGE, { user: 'learner', scenario: 'underway' })
  const need = page.getByRole('region', { name: 'What do I need?' })
  await need.getByRole('radio', { name: 'C · 60%' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(need.getByRole('radio', { name: 'B · 75%' })).toBeChecked()
  await expect(need.getByRole('status').first()).toContainText('For a total of 75%')
  await page.keyboard.press('Tab')
  await page.keyboard.type('99')
  await expect(need.getByRole('status').first()).toContainText('Out of reach')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(need.getByRole('button', { name: 'Reset' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const first = need.getByRole('textbox', { name: 'What if: Homework 1', exact: true })
  await expect(first).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
  await page.keyboard.type('0')
  await expect(need.getByRole('status').last()).toHaveText('52%')
  await page.keyboard.press('Escape')
  await expect(need.getByRole('status').last()).toHaveText('53%')
  await expect(first).toHaveValue('')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
})

test('a course of several hundred assignments is folded, and every key is answered', async ({
  page,
  open,
}) => {
  await open(PAGE, { user: 'learner', scenario: 'underway', subsections: 400 })
  const left = page.getByRole('region', { name: 'What is left' })
  await left
    .getByRole('button', { name: /^Show \d+ more$/ })
    .first()
    .click()
  await expect(left.getByRole('listitem').nth(12)).toBeFocused()
  await openHomework(page)
  const field = page.getByRole('textbox', { name: 'What if: Homework 1', exact: true })
  await field.pressSequentially('0.125')
  await expect(field).toHaveValue('0.125')
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
})

test('what is left stands at the edge from which one reads, high enough to be touched', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 375, height: 740 })
  await open(PAGE, { user: 'learner', scenario: 'underway' })
  const left = page.getByRole('region', { name: 'What is left' })
  const first = left.getByRole('listitem').filter({ hasText: 'Lab 9' })
  const box = await first.getByRole('link').boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(24)
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  const gaps = await first.evaluate((item) =>
    Array.from(
      item.querySelectorAll('a, :scope > span > span'),
      (part) => item.getBoundingClientRect().right - part.getBoundingClientRect().right,
    ),
  )
  // The points, the name, and nothing before them; what the points can bring follows in their line.
  expect(gaps.filter((gap) => Math.abs(gap) < 1).length).toBeGreaterThanOrEqual(2)
})

test('is printed as it stands, without what one presses', async ({ page, open }) => {
  await open(PAGE, { user: 'learner', scenario: 'underway' })
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('For a total of 60%')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'C · 60%' })).toBeHidden()
  await expect(page.getByText('Try other scores')).toBeHidden()
})
