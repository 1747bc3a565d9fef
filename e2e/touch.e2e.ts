import type { Locator, Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf } from './verbs.ts'

test.use({ viewport: { width: 375, height: 780 }, hasTouch: true, isMobile: true })

const field = (page: Page) => page.getByRole('grid').getByRole('textbox')

/** Fails where the page has been moved, enlarged, or made wider than the screen. */
async function expectStill(page: Page): Promise<void> {
  const now = await page.evaluate(() => ({
    at: [window.scrollX, window.scrollY],
    scale: window.visualViewport?.scale,
    isWider: document.documentElement.scrollWidth > window.innerWidth,
  }))
  expect(now).toEqual({ at: [0, 0], scale: 1, isWider: false })
}

/** Holds a finger on an element until something has come of it. */
async function hold(page: Page, on: Locator, until: Locator): Promise<void> {
  const box = await on.boundingBox()
  if (!box) throw new Error('Nothing to hold a finger on')
  const finger = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const session = await page.context().newCDPSession(page)
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [finger] })
  await until.waitFor()
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test.beforeEach(async ({ page, open }) => {
  await open(`${COURSE}?scores=points`)
  await allRead(page)
})

test('a second tap on a cell edits it: with figures for keys, in place of what stood there', async ({
  page,
}) => {
  const cell = cellOf(page, 'Amara Okafor', 'Homework 1')
  await cell.tap()
  await expect(cell).toBeFocused()
  await cell.tap()
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveAttribute('inputmode', 'decimal')
  // Safari enlarges the page around a field with smaller letters.
  const size = await field(page).evaluate((input) => Number.parseFloat(getComputedStyle(input).fontSize))
  expect(size).toBeGreaterThanOrEqual(16)
  await expectStill(page)
  await page.keyboard.type('7')
  await expect(field(page)).toHaveValue('7')
  await cellOf(page, 'Chen Wei', 'Homework 1').tap()
  await expect(cell).toHaveAccessibleName(/changed to 7 of 10 points, 70%, not saved$/)
})

test('without an Enter key extra credit is confirmed by a button', async ({ page }) => {
  const cell = cellOf(page, 'Amara Okafor', 'Homework 1')
  await cell.tap()
  await cell.tap()
  await page.keyboard.type('12')
  await cellOf(page, 'Chen Wei', 'Homework 1').tap()
  await expect(field(page)).toHaveAccessibleDescription('12 of 10: extra credit? Enter again confirms.')
  await expectAccessible(page)
  await expectStill(page)
  await page.getByRole('button', { name: 'Yes, extra credit' }).tap()
  await expect(cell).toHaveAccessibleName(/changed to 12 of 10 points, 120%, not saved$/)
  await expect(field(page)).toHaveCount(0)
})

test('a long press opens the menu of a cell, and nothing else', async ({ page }) => {
  const cell = cellOf(page, 'Björn Þórsson', 'Homework 1')
  const menu = page.getByRole('menu', { name: 'Homework 1, Björn Þórsson' })
  await hold(page, cell, menu)
  await expect(menu).toBeVisible()
  await expectAccessible(page)
  await expectStill(page)
  await menu.getByRole('menuitem', { name: /^Select column/ }).tap()
  await expect(page.getByText(/^\d+ cells selected/).first()).toBeVisible()
  await hold(page, cell, menu)
  await menu.getByRole('menuitem', { name: /^Edit/ }).tap()
  await expect(field(page)).toBeFocused()
})

test('a finger that moves scrolls, and selects nothing', async ({ page }) => {
  const box = await cellOf(page, 'Giulia Rossi', 'Homework 1').boundingBox()
  if (!box) throw new Error('The cell is not in sight')
  const at = { x: box.x + 30, y: box.y + 10 }
  const session = await page.context().newCDPSession(page)
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  for (let step = 1; step <= 5; step += 1) {
    const moved = { x: at.x, y: at.y - step * 30 }
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [moved] })
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(() => page.getByRole('grid').evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(40)
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.locator('[aria-selected=true]')).toHaveCount(0)
})
