import { type Locator, type Page, expect } from '@playwright/test'

/** The gradebook's grid. */
export function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Gradebook' })
}

/** The row of a learner, by name. */
export function rowOf(page: Page, learner: string): Locator {
  return grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: learner }) })
}

/** A learner's cell under a column, by the words that it says: "Homework 3, Ada Lovelace, 8 of 10 points, 80%". */
export function cellOf(page: Page, learner: string, assignment: string): Locator {
  return rowOf(page, learner).getByRole('gridcell', { name: `${assignment}, ${learner}` })
}

/** Opens the override editor of a cell from the table, and waits until its panel stands. */
export async function openOverride(page: Page, learner: string, assignment: string): Promise<void> {
  await cellOf(page, learner, assignment).click()
  await page.keyboard.press('Alt+Enter')
  await expect(page.getByRole('textbox', { name: 'New score' })).toBeVisible()
}

/** The total of a learner as the cell says it. */
export function totalOf(page: Page, learner: string): Locator {
  return rowOf(page, learner).getByRole('gridcell', { name: /^Total, / })
}

/** Waits until the whole course is read, and gives how many learners are shown. */
export async function allRead(page: Page): Promise<number> {
  const count = page.getByText(/^Showing [\d,]+ of [\d,]+ enrolled$/)
  await expect(count).toBeVisible()
  return Number(/[\d,]+/.exec((await count.textContent()) ?? '')?.[0].replaceAll(',', ''))
}

/** The names of the first learners in sight, from the top. */
export async function namesInSight(page: Page): Promise<string[]> {
  const labels = await grid(page)
    .getByRole('rowheader')
    .evaluateAll((headers) => headers.map((header) => header.getAttribute('aria-label') ?? ''))
  return labels.slice(0, 8).map((label) => label.split(',')[0] ?? '')
}
