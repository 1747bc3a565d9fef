import type { Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'

const PROGRESS = `${COURSE}/progress`
const why = (page: Page) => page.getByRole('region', { name: /^Why \d+%$/ })
const standing = (page: Page) => page.getByRole('region', { name: 'Standing' })

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('the standing, its explanation and all that unfolds are free of axe violations', async ({
      page,
      open,
    }) => {
      await open(PROGRESS, { user: 'learner', scenario: 'hidden-scores' })
      await expect(why(page)).toBeVisible()
      for (const summary of await why(page).locator('summary').all()) await summary.click()
      await standing(page).locator('summary').click()
      await expect(standing(page).getByRole('table')).toBeVisible()
      await expectAccessible(page, colorScheme)
      await page.getByRole('button', { name: 'Explain this grade' }).click()
      await expect(page.getByRole('dialog', { name: /^How \d+% comes about$/ })).toBeVisible()
      await expectAccessible(page, colorScheme)
    })
  })
}

test('by keys alone one unfolds the scores of a type and has the grade explained', async ({ page, open }) => {
  await open(PROGRESS, { user: 'learner', scenario: 'overridden' })
  const homework = why(page).getByRole('row', { name: /^Homework/ })
  await homework.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(homework.getByRole('listitem').first()).toHaveText(/^Homework 1 \d+%/)
  await expect(
    why(page)
      .getByText(/^Changed by/)
      .first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Explain this grade' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /^How/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Explain this grade' })).toBeFocused()
})

test('the explanation is copied as text, and its last lines make the total', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(PROGRESS, { user: 'learner' })
  await page.getByRole('button', { name: 'Explain this grade' }).click()
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByText('The explanation is copied.').first()).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  const [, after] = /becomes (\d+) \(/.exec(text) ?? []
  expect(text).toContain(`The course’s own total: ${after}%`)
  await expect(standing(page)).toContainText(`${after}%`)
})

test.describe('phone', () => {
  test.use({ viewport: { width: 375, height: 780 }, hasTouch: true })

  for (const scenario of ['default', 'hidden-scores', 'long-names']) {
    test(`the page of ${scenario} is as wide as the phone, and its table stays one`, async ({
      page,
      open,
    }) => {
      await open(PROGRESS, { user: 'learner', scenario })
      const homework = why(page).getByRole('row', { name: /^Homework/ })
      await expect(homework.getByRole('rowheader')).toContainText('Homework')
      await expect(homework.getByRole('cell')).toHaveCount(4)
      for (const summary of await why(page).locator('summary').all()) await summary.tap()
      await page.getByRole('button', { name: 'Explain this grade' }).tap()
      await expect(page.getByRole('dialog', { name: /^How/ })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    })
  }

  test('hundreds of scores wrap instead of leaving the phone', async ({ page, open }) => {
    await open(PROGRESS, { user: 'learner', subsections: 400 })
    await expect(
      why(page)
        .getByText(/^\d{3} scores in words/)
        .first(),
    ).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
  })
})
