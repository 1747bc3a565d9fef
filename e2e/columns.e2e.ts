import { readFile } from 'node:fs/promises'
import { type Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf, grid } from './verbs.ts'

/** Opens the menu of a column's header by keyboard, and chooses from it. */
async function choose(page: Page, column: RegExp, entry: string): Promise<void> {
  const header = grid(page).getByRole('columnheader', { name: column }).first()
  await header.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: entry }).press('Enter')
}

test('a bar of the statistics leaves the learners behind it, by keyboard alone', async ({ page, open }) => {
  await open(COURSE)
  const all = await allRead(page)
  await choose(page, /^Homework 1 /, 'Statistics…')
  const dialog = page.getByRole('dialog', { name: 'Statistics: Homework 1' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByText('As a table').press('Enter')
  const row = dialog.getByRole('row', { name: /^80 to under 90%/ })
  const eighties = Number(/\d+$/.exec((await row.getByRole('cell').textContent()) ?? '')?.[0])
  expect(eighties).toBeGreaterThan(0)
  expect(eighties).toBeLessThan(all)
  await dialog.getByRole('button', { name: `80 to under 90%: ${eighties} learners` }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(/amin=80&amax=89.9999/)
  expect(await allRead(page)).toBe(eighties)
  await expect(grid(page).locator(':focus')).toHaveCount(1)
})

test('each tool is free of axe violations on a phone in the dark, and fits it', async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 375, height: 700 })
  await open(COURSE, { scenario: 'extra-credit' })
  await allRead(page)
  for (const entry of ['Statistics…', 'Set a default for blanks…', 'Download this column…']) {
    await choose(page, /^Homework 1 /, entry)
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('heading')).toBeVisible()
    await expectAccessible(page)
    const box = await dialog.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(375)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(grid(page).locator(':focus')).toHaveCount(1)
  }
})

test('what the table shows is exported as a file for spreadsheets', async ({ page, open }) => {
  await open(`${COURSE}?scores=points&sort=-learner`)
  const all = await allRead(page)
  const button = page.getByRole('button', { name: 'Export…' })
  await button.click()
  const dialog = page.getByRole('dialog', { name: 'Export what the table shows' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the file' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(
    /^course-v1-MITx\+18\.05\+2026_Autumn-grades-\d{4}-\d\d-\d\d\.csv$/,
  )
  const bytes = await readFile(await file.path())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = bytes.subarray(3).toString('utf8').trimEnd().split('\r\n')
  expect(lines).toHaveLength(all + 1)
  expect(lines[0]).toMatch(/^username,name,email,student key,total \(%\),letter,Homework 1 \(points\),/)
  expect(lines.find((line) => line.startsWith('amara.okafor,'))).toMatch(
    /^amara\.okafor,Amara Okafor,,,\d+%,A,9,8,10,/,
  )
  await expect(
    page.getByText(`${all} learners exported to ${file.suggestedFilename()}.`).first(),
  ).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
})

test('a default is staged for everybody who has not attempted an assignment', async ({ page, open }) => {
  await open(COURSE)
  await allRead(page)
  await choose(page, /^Homework 11 /, 'Set a default for blanks…')
  const dialog = page.getByRole('dialog', { name: 'Default for blanks: Homework 11' })
  const score = dialog.getByRole('textbox', { name: 'Score for each of them' })
  await expect(score).toBeFocused()
  await expectAccessible(page)
  const told =
    (await dialog.getByText(/^\d+ learners of the \d+ shown have not attempted it/).textContent()) ?? ''
  const blank = Number.parseInt(told, 10)
  await page.keyboard.type('110')
  await page.keyboard.press('Enter')
  await expect(score).toHaveAccessibleDescription(/This is more than the 10 points to be had/)
  await score.fill('50')
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${blank} changes for Homework 11, not saved yet.`).first()).toBeVisible()
  await expect(cellOf(page, 'Björn Þórsson', 'Homework 11')).toHaveAccessibleName(
    /changed to 5 of 10 points, 50%, not saved/,
  )
  await expect(grid(page).locator(':focus')).toHaveCount(1)
})
