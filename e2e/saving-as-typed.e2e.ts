import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf } from './verbs.ts'

const POINTS = `${COURSE}?scores=points`
const LEARNERS = 6

test('saves as one types down a column; after a reload it is there', async ({ page, open }) => {
  await open(POINTS)
  await allRead(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: /^Save as I type/ }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Saves as you type', { exact: true })).toBeVisible()

  await cellOf(page, 'Amara Okafor', 'Homework 1').focus()
  for (let step = 0; step < LEARNERS; step++) await page.keyboard.type(`${step / 2 + 3}\n`)
  const saved = page.getByRole('gridcell', { name: /^Homework 1, .*, overridden/ })
  await expect(page.getByText(`Saves as you type · ${LEARNERS} changes saved`)).toBeVisible()
  await expect(saved).toHaveCount(LEARNERS)
  await expect(page.getByRole('gridcell', { name: /not saved/ })).toHaveCount(0)
  await expectAccessible(page)

  await page.reload()
  await allRead(page)
  await expect(cellOf(page, 'Amara Okafor', 'Homework 1')).toHaveText('3')
  await expect(page.getByText('Saves as you type', { exact: true })).toBeVisible()
})
