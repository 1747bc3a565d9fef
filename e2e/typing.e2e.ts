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
