import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf } from './verbs.ts'

const LEARNERS = 10
const POINTS = `${COURSE}?scores=points`

test('with the keyboard alone: down a column of ten, a refusal, a percentage, extra credit', async ({
  page,
  open,
}) => {
  await open(POINTS)
  await allRead(page)
  await cellOf(page, 'Amara Okafor', 'Homework 1').focus()
  const focused = page.locator('[role=gridcell]:focus')
  const field = page.getByRole('grid').getByRole('textbox')

  for (let step = 0; step < LEARNERS; step++) await page.keyboard.type(`${step / 2 + 3}\n`)
  const column = page.getByRole('gridcell', { name: /^Homework 1, .*not saved/ })
  await expect(column).toHaveCount(LEARNERS)
  await expect(cellOf(page, 'Amara Okafor', 'Homework 1')).toHaveText('3')
  await expect(column.last()).toHaveText('7.5')

  await page.keyboard.type('ten\n')
  await expect(field).toBeFocused()
  await expect(field).toHaveAccessibleDescription(/^Type points such as 8/)
  await expect(page.getByText(/^Type points such as 8/).first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('80%\n')
  await expect(column).toHaveCount(LEARNERS + 1)
  await expect(column.last()).toHaveText('8')

  await page.keyboard.type('12\n')
  await expect(field).toHaveAccessibleDescription('12 of 10: extra credit? Enter again confirms.')
  await page.keyboard.press('Enter')
  await expect(column.last()).toHaveText('12')
  await expect(focused).toHaveAttribute('aria-label', /^Homework 1/)

  await page.keyboard.type('4')
  await page.keyboard.press('Tab')
  await expect(focused).toHaveAttribute('aria-label', /^Homework 2/)
  await page.keyboard.type('5')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('gridcell', { name: /^Homework 2, .*not saved/ })).toHaveCount(0)
  await page.keyboard.press('F2')
  await expect(field).toBeFocused()
  await expect(field).not.toHaveValue('')
})

test('fill down, undo, redo and Delete, by keys', async ({ page, open }) => {
  await open(POINTS)
  await allRead(page)
  await cellOf(page, 'Amara Okafor', 'Homework 1').focus()
  const staged = page.getByRole('gridcell', { name: /not saved/ })

  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('ControlOrMeta+d')
  await expect(cellOf(page, 'Björn Þórsson', 'Homework 1')).toHaveText('9')
  await expect(staged).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(staged).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+y')
  await expect(staged).toHaveCount(2)
  await page.keyboard.press('Delete')
  await expect(page.getByText(/^2 changes taken back/).first()).toBeVisible()
  await expect(staged).toHaveCount(0)
})

test('a copied block is pasted elsewhere, and the same again changes nothing', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(POINTS)
  await allRead(page)
  await cellOf(page, 'Amara Okafor', 'Homework 1').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ControlOrMeta+c')
  await expect(page.getByText('4 cells copied').first()).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ControlOrMeta+v')
  await expect(cellOf(page, 'Amara Okafor', 'Homework 3')).toHaveText('9')
  await expect(cellOf(page, 'Ada Lovelace-Byron', 'Homework 4')).toHaveText('5')
  await expect(page.getByText('3 scores pasted, not saved · 1 unchanged.').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByText('No score changed · 4 unchanged.').first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('gridcell', { name: /not saved/ })).toHaveCount(0)
})

test('the menu of a cell edits, pastes, and fills the blanks of a selection', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(POINTS)
  await allRead(page)
  await cellOf(page, 'Amara Okafor', 'Homework 2').click({ button: 'right' })
  await expect(page.getByRole('menu', { name: 'Homework 2, Amara Okafor' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: /^Edit/ }).click()
  await expect(page.getByRole('grid').getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(cellOf(page, 'Amara Okafor', 'Homework 2')).toBeFocused()

  await page.evaluate(() => navigator.clipboard.writeText('4\t3'))
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: /^Paste/ }).press('Enter')
  await expect(cellOf(page, 'Amara Okafor', 'Homework 3')).toHaveText('3')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cellOf(page, 'Amara Okafor', 'Homework 2')).toBeFocused()

  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: /^Fill blanks/ }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Fill 1 blank' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.type('6\n')
  await expect(cellOf(page, 'Chen Wei', 'Homework 2')).toHaveText('6')
  await expect(page.getByRole('gridcell', { name: /not saved/ })).toHaveCount(1)
})
