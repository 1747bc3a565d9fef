import type { Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf } from './verbs.ts'

/** Drops a file on the table, by which the table says that it takes it. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (file) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([file.text], file.name))
      return transfer
    },
    { name, text },
  )
  const table = page.locator('[role=grid]')
  await table.dispatchEvent('dragover', { dataTransfer })
  await expect(page.locator('[data-drop]')).toBeVisible()
  await table.dispatchEvent('drop', { dataTransfer })
}

const TABLE = ['Name\tHW 01\tHW 02', 'Amara Okafor\t10\t6', 'Maria Garcia\t9.5\t', 'Nobody Knows\t1\t2'].join(
  '\r\n',
)

test('a pasted table with an ambiguous and an unknown learner is matched, chosen, staged', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(COURSE)
  await allRead(page)
  await page.evaluate((text) => navigator.clipboard.writeText(text), TABLE)
  await cellOf(page, 'Amara Okafor', 'Homework 1').focus()
  await page.keyboard.press('ControlOrMeta+v')
  const dialog = page.getByRole('dialog', { name: 'Paste or import scores' })
  await expect(dialog.getByText(/^3 lines: 2 changes, 1 lowers a grade/)).toBeVisible()
  await expect(dialog.getByText('nobody among the learners read fits')).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 375, height: 700 })
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
  await page.setViewportSize({ width: 1440, height: 900 })

  await dialog.getByRole('combobox', { name: 'Who is Maria Garcia?' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await dialog.getByRole('button', { name: 'Stage 3 changes' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('3 changes for 2 learners staged, not saved yet').first()).toBeVisible()
  await expect(cellOf(page, 'Amara Okafor', 'Homework 1')).toBeFocused()
  await expect(cellOf(page, 'Amara Okafor', 'Homework 2')).toHaveAccessibleName(/changed to 6 of 10/)
  await expect(page.getByText(/^3 changes for 2 learners/).first()).toBeVisible()
})

test('a table pasted with the first focus is no block of scores, whatever still has to be loaded', async ({
  page,
  open,
}) => {
  await open(COURSE)
  await allRead(page)
  await cellOf(page, 'Amara Okafor', 'Homework 1').evaluate((cell: HTMLElement) => {
    cell.focus()
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'chen.wei\t4\namara.okafor\t5')
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  const dialog = page.getByRole('dialog', { name: 'Paste or import scores' })
  await expect(dialog.getByText('chen.wei · amara.okafor')).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /not saved/ })).toHaveCount(0)
})

test('the preview of a wide table reads right to left, too', async ({ page, open }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(COURSE)
  await allRead(page)
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  const wide = Array.from({ length: 12 }, (_, at) => `HW ${String(at + 1).padStart(2, '0')}`)
  const text = [['username', ...wide].join(','), ['amara.okafor', '1', ...wide.slice(1).fill('')].join(',')]
  await dropFile(page, 'grades.csv', text.join('\r\n'))
  const dialog = page.getByRole('dialog', { name: 'Paste or import scores' })
  const line = dialog.getByRole('listitem').filter({ hasText: 'HW 01' }).last()
  await expect(line).toContainText('9 to 1 of 10')
  const arrow = line.getByText('to', { exact: true }).locator('..')
  expect(await arrow.evaluate((element) => getComputedStyle(element, '::before').scale)).toBe('-1 1')
  const columns = dialog.getByRole('button', { name: 'Show all 13 columns' })
  await expect(columns).toHaveAttribute('aria-expanded', 'false')
  await expectAccessible(page)
  await columns.press('Enter')
  await expect(dialog.getByRole('combobox', { name: 'HW 12' })).toBeVisible()
  await expectAccessible(page)
})

test('a dropped file opens the preview, a wrong one says what would be right', async ({ page, open }) => {
  await open(COURSE)
  await allRead(page)
  await dropFile(page, 'grades.xlsx', 'PK')
  const dialog = page.getByRole('dialog', { name: 'Paste or import scores' })
  await expect(dialog.getByRole('alert')).toHaveText(/^grades\.xlsx is not a CSV, TSV or text file/)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await dropFile(page, 'grades.csv', 'username;HW 01\r\namara.okafor;8,5\r\n')
  await expect(dialog.getByText('9 to 8.5 of 10')).toBeVisible()
})
