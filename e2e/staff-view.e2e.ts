import type { Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, grid, namesInSight } from './verbs.ts'

const staffView = (page: Page) => page.getByRole('region', { name: 'Staff view' })
const hasNoSideways = (page: Page) =>
  page.evaluate(() => document.getElementById('content')!.scrollWidth <= innerWidth)

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('a learner’s page, for staff of the site: numbers that differ, and what was submitted', async ({
      page,
      open,
    }) => {
      await open(`${COURSE}/progress/1001`, {
        user: 'global-staff',
        scenario: 'hidden-scores',
        learners: 4,
        subsections: 8,
      })
      await expect(staffView(page).getByText('Amara Okafor')).toBeVisible()
      await expect(page.getByRole('table', { name: 'Gradebook and this page differ' })).toBeVisible()
      await page.getByRole('button', { name: 'Submissions by problem' }).click()
      await page.getByText('submission', { exact: false }).locator('visible=true').first().waitFor()
      await staffView(page).locator('summary').first().click()
      await expect(staffView(page).getByText('student_answers').first()).toBeVisible()
      await expectAccessible(page, colorScheme)
      await page.setViewportSize({ width: 375, height: 800 })
      await expectAccessible(page, colorScheme)
      expect(await hasNoSideways(page)).toBe(true)
    })

    test('choosing a learner fits a phone', async ({ page, open }) => {
      await page.setViewportSize({ width: 375, height: 800 })
      await open(`${COURSE}/progress`, { user: 'global-staff' })
      await page.getByRole('searchbox', { name: 'Learner' }).fill('chen')
      await expect(page.getByText('1 learner', { exact: true })).toBeVisible()
      await expectAccessible(page, colorScheme)
      expect(await hasNoSideways(page)).toBe(true)
      await page.getByRole('link', { name: 'Chen Wei' }).click()
      await expect(page.getByRole('heading', { name: 'Progress of chen.wei' })).toBeFocused()
    })

    test('totals of a course, wide and on a phone', async ({ page, open }) => {
      const course = encodeURIComponent(COURSE.slice(1))
      await open(`/grades?course=${course}`, { user: 'global-staff', learners: 6 })
      const found = page.getByRole('table', { name: 'Totals found' })
      await found.getByRole('button', { name: 'Grade' }).click()
      await found
        .getByRole('button', { name: /^Scores/ })
        .first()
        .click()
      await expect(page.getByRole('region', { name: 'Homework' })).toBeVisible()
      await expectAccessible(page, colorScheme)
      await page.setViewportSize({ width: 375, height: 800 })
      await expectAccessible(page, colorScheme)
      expect(await hasNoSideways(page)).toBe(true)
    })
  })
}

test('by keys alone: from the gradebook to a learner, to the next one there, and back as it was', async ({
  page,
  open,
}) => {
  await open(`${COURSE}?sort=-total`, { learners: 12 })
  await allRead(page)
  const names = await namesInSight(page)
  await grid(page).getByRole('rowheader', { name: names[0] }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Progress page' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(staffView(page).getByText(names[0] ?? '')).toBeVisible()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(staffView(page).getByText(names[1] ?? '')).toBeVisible()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(staffView(page).getByText(names[0] ?? '')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Previous learner' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await staffView(page).getByRole('link', { name: 'Gradebook' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?sort=-total$/)
  expect(await namesInSight(page)).toEqual(names)
})

test('by keys alone: one’s own totals from the account menu, and on to one’s progress', async ({
  page,
  open,
}) => {
  await open(`${COURSE}/progress`, { user: 'learner' })
  await page.getByRole('button', { name: /^Signed in as/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Grades across courses' }).waitFor()
  await page.keyboard.press('Enter')
  const own = page.getByRole('table', { name: 'Your courses' })
  await expect(own.getByText(/^\d+%$/)).toHaveCount(3)
  await own.getByRole('link', { name: 'Introduction to Statistics' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Your progress' })).toBeFocused()
})

test('a score is changed on the way from a learner’s page, which has it afterwards', async ({
  page,
  open,
}) => {
  await open(`${COURSE}/progress/1004`)
  await page.getByRole('button', { name: 'Open all sections' }).click()
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Edit score Homework 2' }) })
    .last()
  await expect(item).toContainText('0 of 10')
  await item.getByRole('link', { name: 'Edit score Homework 2' }).click()
  await page.getByRole('textbox', { name: 'New score' }).fill('9')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/^Saved: Homework 2 for Chen Wei/).first()).toBeVisible()
  // Saving closed the editor, which left the table open.
  await page.goBack()
  await page.getByRole('link', { name: 'Chen Wei' }).click()
  await page.getByRole('button', { name: 'Open all sections' }).click()
  await expect(item).toContainText('9 of 10')
})

test('nothing on the page is pushed down by what staff have beyond it', async ({ page, open }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver((list) => {
      // The library's types know no entries of layout shifts, nor what this script puts on the window.
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await open(`${COURSE}/progress/1004`, { user: 'global-staff', scenario: 'hidden-scores' })
  await expect(page.getByRole('table', { name: 'Gradebook and this page differ' })).toBeVisible()
  await expect(page.getByText('Submissions by problem')).toBeVisible()
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.01)
})
