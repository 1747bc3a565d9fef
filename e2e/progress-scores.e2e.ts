import type { Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'

const PROGRESS = `${COURSE}/progress`
const scores = (page: Page) => page.getByRole('region', { name: 'All scores' })
const around = (page: Page) => page.getByRole('region', { name: 'Around the grade' })
const opened = (page: Page) =>
  expect(page.getByRole('heading', { level: 1, name: 'Your progress' })).toBeVisible()

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    for (const scenario of ['overridden', 'audit-locked', 'credit']) {
      test(`${scenario}: scores and what stands around them are free of axe violations`, async ({
        page,
        open,
      }) => {
        await open(PROGRESS, { user: 'learner', scenario })
        await opened(page)
        await scores(page).getByRole('button', { name: 'Open all sections' }).click()
        await expect(scores(page).getByText('Question 1').first()).toBeVisible()
        await expectAccessible(page, colorScheme)
      })
    }

    test('pages that are refused are free of them, too', async ({ page, open }) => {
      await open(PROGRESS, { user: 'stranger' })
      await expect(page.getByRole('heading', { name: 'You are not enrolled in this course' })).toBeVisible()
      await expectAccessible(page, colorScheme)
      await open(PROGRESS, { user: 'instructor', scenario: 'masquerade' })
      await expect(page.getByRole('note')).toContainText('You look at this course as')
      await expectAccessible(page, colorScheme)
    })
  })
}

test('a section is opened and closed by the keyboard alone, and what is in it follows', async ({
  page,
  open,
}) => {
  await open(PROGRESS, { user: 'learner' })
  await opened(page)
  await scores(page).getByRole('button', { name: 'Open all sections' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const week = scores(page).locator('details', { hasText: 'Week 1: Describing data' })
  await expect(week.locator('summary')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(week).toHaveAttribute('open')
  await expect(week.getByText('Question 4')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(week.getByRole('link', { name: 'Homework 1' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Space')
  await expect(week).not.toHaveAttribute('open')
  await expect(week.locator('summary')).toBeFocused()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 720 } })

  for (const scenario of ['audit-locked', 'long-names', 'rtl']) {
    test(`${scenario}: nothing is wider than the screen, and each target is large enough`, async ({
      page,
      open,
    }) => {
      await open(PROGRESS, { user: 'learner', scenario })
      await opened(page)
      await scores(page).getByRole('button', { name: 'Open all sections' }).click()
      const main = page.getByRole('main')
      expect(await main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
      const heights = await scores(page)
        .locator('summary, button')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)
      await expectAccessible(page)
    })
  }
})

test.describe('on paper', () => {
  test('a usual course is one page, with every score and nothing to press', async ({ page, open }) => {
    await open(PROGRESS, { user: 'learner' })
    await opened(page)
    await page.emulateMedia({ media: 'print' })
    await expect(scores(page).getByText('Homework 1', { exact: true })).toBeVisible()
    await expect(around(page).getByText(/units? done/)).toBeVisible()
    await expect(page.getByText(/^amara\.okafor, as of /)).toBeVisible()
    for (const control of await page.locator('button, input, select, textarea').all()) {
      await expect(control).toBeHidden()
    }
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' },
    })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })

  test('is light, whatever the theme', async ({ page, open }) => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
    await open(PROGRESS, { user: 'learner' })
    await opened(page)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
  })
})

test('a learner comes from a closed gradebook to their progress', async ({ page, open }) => {
  await open(COURSE, { user: 'learner' })
  await page.getByRole('link', { name: 'Your own progress' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your progress' })).toBeFocused()
})
