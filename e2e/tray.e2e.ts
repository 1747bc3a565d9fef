import type { Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf } from './verbs.ts'

const tray = (page: Page) => page.getByRole('region', { name: 'Changes' })
const review = (page: Page) => page.getByRole('dialog', { name: /^Review/ })
const button = (page: Page, name: string) => tray(page).getByRole('button', { name, exact: true })

/** Types a score into a cell of the table. */
async function type(page: Page, learner: string, assignment: string, score: string): Promise<void> {
  await cellOf(page, learner, assignment).click()
  await page.keyboard.type(score)
  await page.keyboard.press('Enter')
  await expect(cellOf(page, learner, assignment)).toHaveAccessibleName(/not saved/)
}

async function openCourse(page: Page, open: (path: string) => Promise<void>): Promise<void> {
  await open(COURSE)
  await allRead(page)
}

test('two changes are reviewed, given a reason, half refused, tried again, and taken back', async ({
  page,
  open,
  shareWorld,
  context,
}) => {
  await openCourse(page, open)
  await type(page, 'Amara Okafor', 'Homework 1', '70')
  await type(page, 'Ada Lovelace-Byron', 'Homework 1', '100')
  await expect(tray(page)).toContainText('2 changes for 2 learners · 1 lowers or erases a grade')
  await button(page, 'Review').click()
  await expect(review(page)).toContainText('9 of 10 points, 90% to 7 of 10 points, 70%')
  await expect(review(page)).toContainText('lowers the grade')
  await expect(review(page)).toContainText('Total, estimated')
  await expectAccessible(page)
  await page.getByRole('textbox', { name: /^Reason for 2 changes/ }).fill('Marked again')

  const control = await context.newPage()
  await shareWorld(control, '/favicon.svg', { faults: ['save-422'] })
  await review(page).getByRole('button', { name: 'Save 2 changes' }).click()
  await expect(tray(page)).toContainText('1 saved, 1 refused')
  await expectAccessible(page)
  await shareWorld(control, '/favicon.svg', { faults: [] })
  await button(page, 'Retry refused').click()
  await expect(tray(page)).toContainText('No unsaved changes')
  await expect(cellOf(page, 'Amara Okafor', 'Homework 1')).toHaveAccessibleName(
    /7 of 10 points, 70%, overridden/,
  )

  await button(page, 'Undo').click()
  await expect(tray(page)).toContainText('1 change would take it back: Save sends it.')
  await expect(tray(page)).toContainText('goes back to no override')
  await button(page, 'Save').click()
  await expect(tray(page)).toContainText('No unsaved changes')
  await expect(cellOf(page, 'Amara Okafor', 'Homework 1')).toHaveText('90')
  await button(page, 'Saved (3)').click()
  const batches = page.getByRole('dialog', { name: 'Saved in this session' })
  await expect(batches).toContainText('1 taken back')
  await expectAccessible(page)
})

test('a colleague was faster: theirs, mine, what I started from', async ({
  page,
  open,
  browser,
  shareWorld,
}) => {
  await openCourse(page, open)
  await type(page, 'Amara Okafor', 'Homework 3', '60')
  const second = await (await browser.newContext()).newPage()
  await shareWorld(second, COURSE, { user: 'global-staff' })
  await allRead(second)
  await type(second, 'Amara Okafor', 'Homework 3', '50')
  await button(second, 'Save').click()
  await expect(tray(second)).toContainText('1 saved')
  await second.context().close()

  await button(page, 'Save').click()
  await expect(tray(page)).toContainText('1 in conflict')
  await button(page, 'Review').click()
  await expect(review(page)).toContainText('Theirs5 of 10 points, 50%')
  await expect(review(page)).toContainText('What I started from10 of 10 points, 100%')
  await expectAccessible(page)
  await review(page)
    .getByRole('button', { name: /^Keep mine/ })
    .click()
  await review(page).getByRole('button', { name: 'Save 1 change' }).click()
  await expect(cellOf(page, 'Amara Okafor', 'Homework 3')).toHaveText('60')
})

test.describe('in the dark, on a phone', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 375, height: 720 } })

  test('the tray and the review fit, and are accessible', async ({ page, open }) => {
    await openCourse(page, open)
    await type(page, 'Amara Okafor', 'Homework 1', '70')
    await type(page, 'Ada Lovelace-Byron', 'Homework 1', '100')
    await expect(button(page, 'Save')).toBeInViewport({ ratio: 1 })
    await expectAccessible(page)
    await button(page, 'Review').click()
    await expect(review(page)).toBeVisible()
    await expectAccessible(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(375)
    await page.keyboard.press('Escape')
    await button(page, 'Save').click()
    await expect(tray(page)).toContainText('2 saved')
    await expectAccessible(page)
  })
})
