import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf, grid, openOverride } from './verbs.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('every view is free of axe violations', async ({ page, open }) => {
      await open('/')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page, colorScheme)

      await open(COURSE)
      await allRead(page)
      await expectAccessible(page, colorScheme)
      await openOverride(page, 'Amara Okafor', 'Homework 1')
      await expect(page.getByRole('textbox', { name: 'New score' })).toBeFocused()
      await expectAccessible(page, colorScheme)
      await page.keyboard.press('Escape')

      await open(`${COURSE}/grading-info`, { scenario: 'messy-policy' })
      await expect(page.getByRole('heading', { level: 1, name: 'Grading info' })).toBeVisible()
      await expectAccessible(page, colorScheme)
    })

    test('what opens over the table is free of them, too', async ({ page, open }) => {
      await open(`${COURSE}?track=verified`)
      await allRead(page)
      await grid(page)
        .getByRole('columnheader', { name: /^Homework 1 / })
        .click()
      await expect(page.getByRole('menuitem', { name: 'Hide this column' })).toBeVisible()
      await expectAccessible(page, colorScheme)
      await page.keyboard.press('Escape')
      await page.getByRole('rowheader', { name: /^Amara Okafor/ }).click()
      await expect(page.getByRole('menuitem', { name: /^Copy username/ })).toBeVisible()
      await expectAccessible(page, colorScheme)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Go to learner' }).click()
      await expect(page.getByRole('searchbox', { name: 'Name or username' })).toBeFocused()
      await expectAccessible(page, colorScheme)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Filter', exact: true }).click()
      await expect(page.getByRole('dialog', { name: 'Filter' })).toBeVisible()
      await expectAccessible(page, colorScheme)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Keys' }).click()
      await expect(page.getByRole('dialog', { name: 'Keys in the table' })).toBeVisible()
      await expectAccessible(page, colorScheme)
    })

    test('pages that say no are free of them, too', async ({ page, open }) => {
      await open(COURSE, { user: 'learner' })
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page, colorScheme)
      await open('/a/b/c/d')
      await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
      await expectAccessible(page, colorScheme)
    })
  })
}

test.describe('phone', () => {
  test.use({ viewport: { width: 375, height: 780 }, hasTouch: true })

  test('the table keeps its learner column and stays usable', async ({ page, open }) => {
    await open(COURSE)
    await allRead(page)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
    await page.getByRole('grid').evaluate((scroller) => scroller.scrollTo(400, 0))
    await expect(page.getByRole('rowheader', { name: /^Amara Okafor/ })).toBeInViewport()
    await cellOf(page, 'Amara Okafor', 'Homework 4').tap()
    await page.getByRole('button', { name: 'Details' }).tap()
    await expect(page.getByRole('dialog', { name: /^Homework 4/ })).toBeVisible()
    await expectAccessible(page)
  })
})

test('the site’s own theme is one button away, and kept', async ({ page, open }) => {
  await open('/')
  await page.getByRole('button', { name: /^Theme: system/ }).click()
  await page.getByRole('button', { name: /^Theme: light/ }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.getByRole('button', { name: /^Theme: dark/ })).toBeVisible()
})

for (const width of [1440, 768, 375]) {
  test(`very long names leave a page of ${width} px as wide as it is`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 780 })
    const overflow = () =>
      page.evaluate(() => {
        const shell = document.querySelector('main')?.parentElement
        return Math.max(document.documentElement.scrollWidth, shell?.scrollWidth ?? 0)
      })
    await open(COURSE, { scenario: 'long-names' })
    await allRead(page)
    expect(await overflow()).toBeLessThanOrEqual(width)
    // What tells one column from the next is in sight, however little room there is.
    const number = page.getByRole('columnheader', { name: /^Homework 1:/ }).getByText('01', { exact: true })
    if (width > 375) await expect(number).toBeInViewport({ ratio: 0.9 })
    await open(`${COURSE}/grading-info`)
    await expect(page.getByRole('heading', { level: 1, name: 'Grading info' })).toBeVisible()
    expect(await overflow()).toBeLessThanOrEqual(width)
  })
}
