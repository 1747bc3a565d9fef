import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf, grid } from './verbs.ts'

test('a block is selected by dragging, added up, and copied for a spreadsheet', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(COURSE)
  await allRead(page)
  const from = await cellOf(page, 'Amara Okafor', 'Homework 1').boundingBox()
  const to = await cellOf(page, 'Ada Lovelace-Byron', 'Homework 3').boundingBox()
  if (!from || !to) throw new Error('The cells are not in sight')
  await page.mouse.move(from.x + 20, from.y + 15)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + 20)
  await page.mouse.move(to.x + 20, to.y + 15, { steps: 5 })
  await page.mouse.up()
  await expect(page.getByText('6 cells selected · 6 grades · sum 470 · mean 78.33%').first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'New score' })).toHaveCount(0)
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+c')
  await expect(page.getByText('6 cells copied').first()).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('90%\t80%\t100%\r\n80%\t50%\t70%')

  await page.keyboard.press('ControlOrMeta+Shift+C')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(
      'username\tHomework 1\tHomework 2\tHomework 3\r\namara.okafor\t90%\t80%\t100%\r\nada.lovelace\t80%\t50%\t70%',
    )
})

test('dragging beyond the edge scrolls along', async ({ page, open }) => {
  await open(COURSE)
  await allRead(page)
  const from = await cellOf(page, 'Amara Okafor', 'Homework 1').boundingBox()
  const box = await grid(page).boundingBox()
  if (!from || !box) throw new Error('The table is not in sight')
  await page.mouse.move(from.x + 20, from.y + 15)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + 60)
  await page.mouse.move(from.x + 60, box.y + box.height + 60, { steps: 3 })
  await expect.poll(() => grid(page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(400)
  await page.mouse.up()
  const still = await grid(page).evaluate(({ scrollTop }) => scrollTop)
  await expect(page.getByText(/^\d+ cells selected/).first()).toBeVisible()
  expect(await grid(page).evaluate(({ scrollTop }) => scrollTop)).toBe(still)
})

test('everything is selected by one key, in a course of 2,000 too', async ({ page, open }) => {
  await open(COURSE, { scenario: 'large' })
  await allRead(page)
  await cellOf(page, 'Amara Okafor', 'Homework 1').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText(/^[\d,]+ cells selected · [\d,]+ grades/).first()).toBeVisible()
  expect(await page.locator('*').count()).toBeLessThan(1200)
})
