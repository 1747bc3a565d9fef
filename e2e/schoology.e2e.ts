import type { Page } from '@playwright/test'
import { sectionIdOf } from '#mocks/lms/schoology/ids.ts'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf, grid, namesInSight, openOverride } from './verbs.ts'

const CLASS = `/${sectionIdOf({ key: COURSE.slice(1) })}`
const WORLD = { backend: 'schoology', scenario: 'schoology' } as const
const AMARA = 'Amara Okafor'
const ADA = 'Ada Lovelace-Byron'
const tray = (page: Page) => page.getByRole('region', { name: 'Changes' })
const button = (page: Page, name: string) => tray(page).getByRole('button', { name, exact: true })
const panel = (page: Page) => page.getByRole('complementary')

test.beforeEach(({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept())
})

test('a class is opened, filtered, sorted; a grade is set, one excused; half is refused, all taken back', async ({
  page,
  open,
  shareWorld,
  context,
}) => {
  await open(CLASS, WORLD)
  expect(await allRead(page)).toBe(24)
  await expect(grid(page).getByText('Quarter 1 · Homework')).toBeVisible()
  await expect(cellOf(page, AMARA, 'Quiz 2')).toHaveAccessibleName('Quiz 2, Amara Okafor, excused')
  await expectAccessible(page)

  await page.getByRole('button', { name: /^Filter/ }).click()
  await page.getByLabel('Grading period').selectOption('Quarter 1')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/period=\d+/)
  await expect(cellOf(page, AMARA, 'Quarter 1')).toBeVisible()
  await expect(cellOf(page, AMARA, 'Quarter 2')).toHaveCount(0)

  await page.getByRole('columnheader', { name: /^Total/ }).click()
  await page.getByRole('menuitemradio', { name: 'Sort, highest first' }).click()
  await expect(page).toHaveURL(/sort=-total/)
  expect((await namesInSight(page))[0]).toBe('Linh Nguyễn')
  await page.goBack()
  await expect(page).not.toHaveURL(/sort/)

  await cellOf(page, AMARA, 'Homework 2').click()
  await page.keyboard.type('ex')
  await page.keyboard.press('Enter')
  await page.keyboard.type('b')
  await page.keyboard.press('Enter')
  await expect(cellOf(page, AMARA, 'Homework 2')).toHaveAccessibleName(/changed to excused, not saved/)
  await expect(cellOf(page, ADA, 'Homework 2')).toHaveAccessibleName(/changed to 8\.5 of 10 points/)
  await button(page, 'Review').click()
  const review = page.getByRole('dialog', { name: /^Review/ })
  await expect(review).toContainText('8 of 10 points, 80% to excused')
  await expect(review).not.toContainText('estimated')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  const control = await context.newPage()
  await shareWorld(control, '/favicon.svg', { faults: ['save-422'] })
  await button(page, 'Save').click()
  await expect(tray(page)).toContainText('1 saved, 1 refused')
  const refused = grid(page).getByRole('gridcell', {
    name: /was refused, .*This enrollment cannot be graded/,
  })
  await expect(refused).toBeVisible()
  await shareWorld(control, '/favicon.svg', { faults: [] })
  await button(page, 'Retry refused').click()
  await expect(tray(page)).toContainText('1 saved')
  await expect(cellOf(page, AMARA, 'Homework 2')).toHaveAccessibleName('Homework 2, Amara Okafor, excused')

  await button(page, 'Undo').click()
  await button(page, 'Save').click()
  await expect(cellOf(page, AMARA, 'Homework 2')).toHaveAccessibleName(
    /^Homework 2, Amara Okafor, 8 of 10 points, 80%/,
  )
})

test('a learner’s grade is read and commented, for the learner to see, without touching the mouse', async ({
  page,
  open,
}) => {
  await open(CLASS, WORLD)
  await allRead(page)
  await openOverride(page, AMARA, 'Homework 2')
  await expect(panel(page)).toContainText('This site keeps no history of grades.')
  const comment = page.getByRole('textbox', { name: 'Comment', exact: true })
  await comment.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Well argued')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(panel(page)).toContainText('Saved. The learner can read it.')
  await page.getByText('Period grades').press('Enter')
  await expect(page.getByRole('textbox', { name: 'Comment on Quarter 1' })).toHaveValue(
    'A good start into the year.',
  )
  await expectAccessible(page)
  await page.setViewportSize({ width: 375, height: 812 })
  await expect(comment).toHaveValue('Well argued')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
})

test('the gradebook leads to a learner’s progress, which learners have of themselves as well', async ({
  page,
  open,
}) => {
  await open(CLASS, WORLD)
  await allRead(page)
  await page.getByRole('rowheader', { name: new RegExp(AMARA) }).click()
  await page.getByRole('menuitem', { name: 'Progress page' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Progress of ${AMARA}` })).toBeVisible()
  await expect(page.getByText('To be discussed at the conference.')).toBeVisible()
  await page.getByRole('button', { name: 'Open all sections' }).click()
  await expect(page.getByText('Compare with the essay of last year.')).toBeVisible()
  await expectAccessible(page)

  await open(`${CLASS}/progress`, { ...WORLD, user: 'learner' })
  await expect(page.getByRole('heading', { level: 1, name: 'Your progress' })).toBeVisible()
  await expect(page.getByText('A good start into the year.')).toBeVisible()
  await expect(page.getByText('To be discussed at the conference.')).toHaveCount(0)
  await expectAccessible(page)
})
