import type { Page } from '@playwright/test'
import { COURSE, expect, test } from './fixtures.ts'
import { allRead, cellOf, grid, openOverride } from './verbs.ts'

const LEARNER = 'Amara Okafor'
const tray = (page: Page) => page.getByRole('region', { name: 'Changes' })
const button = (page: Page, name: string) => tray(page).getByRole('button', { name, exact: true })

declare global {
  interface Window {
    /** What live regions have said. */
    said: string[]
  }
}

test.beforeEach(async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept())
  await page.addInitScript(() => {
    window.said = []
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) {
        for (const node of addedNodes) {
          const parent = node.parentElement?.closest('[aria-live=polite], [role=status], [role=alert]')
          const text = node.textContent?.trim()
          if (parent && text) window.said.push(text)
        }
      }
    }).observe(document, { subtree: true, childList: true })
  })
})

/** Types a score into a cell of the table. */
async function type(page: Page, learner: string, assignment: string, score: string): Promise<void> {
  await cellOf(page, learner, assignment).click()
  await page.keyboard.type(score)
  await page.keyboard.press('Enter')
}
/** Fails unless a live region has said these words since the last look. */
async function expectSaid(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.said)).toContain(words)
  await page.evaluate(() => {
    window.said = []
  })
}

/** Fails unless a live region has said these words once since the last look, and not again. */
async function expectSaidOnce(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.said)).toContain(words)
  expect(await page.evaluate((words) => window.said.filter((said) => said === words), words)).toEqual([words])
}

/** Fails unless Amara's cell is told as this: its name, and what stands in it. */
async function expectCell(page: Page, assignment: string, states: string, text: string): Promise<void> {
  await expect(cellOf(page, LEARNER, assignment)).toMatchAriaSnapshot(
    `- 'gridcell "${assignment}, ${LEARNER}, ${states}"': "${text}"`,
  )
}

test('a screen reader hears typing, ranges, filling, pasting, undo and redo', async ({ page, open }) => {
  await open(COURSE)
  await allRead(page)
  await expectCell(page, 'Homework 1', '9 of 10 points, 90%', '90')
  const blank = grid(page).getByRole('gridcell', { name: /, not attempted$/ })
  await expect(blank.first()).toMatchAriaSnapshot('- gridcell /^.+, .+, not attempted$/: "–"')
  const zero = grid(page).getByRole('gridcell', { name: /, 0 of 10 points, 0%$/ })
  await expect(zero.first()).toMatchAriaSnapshot('- gridcell /^.+, .+, 0 of 10 points, 0%$/: "0"')
  await type(page, LEARNER, 'Homework 1', '70')
  await expectSaidOnce(page, '7 of 10 points, 70%, not saved: Homework 1, Amara Okafor')
  await expectCell(page, 'Homework 1', '9 of 10 points, 90%, changed to 7 of 10 points, 70%, not saved', '70')
  await type(page, LEARNER, 'Homework 3', '0')
  await expectCell(page, 'Homework 3', '10 of 10 points, 100%, changed to 0 of 10 points, 0%, not saved', '0')

  await type(page, LEARNER, 'Homework 2', 'ten')
  await expectSaid(page, 'Type points such as 8 or 8.5, a percentage such as 80%, or 8/10.')
  await page.keyboard.press('Escape')
  await type(page, LEARNER, 'Homework 2', '120')
  await expectSaid(page, '12 of 10: extra credit? Enter again confirms.')
  await page.keyboard.press('Escape')

  await cellOf(page, LEARNER, 'Homework 1').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expectSaid(page, '3 cells selected · 3 grades · sum 220 · mean 73.33%')
  await page.keyboard.press('ControlOrMeta+d')
  await expectSaid(page, '1 cell filled, 1 already so')
  await page.keyboard.press('ControlOrMeta+z')
  await expectSaid(page, 'Undone: Homework 1, Ada Lovelace-Byron, 8 of 10 points, 80%')
  await page.keyboard.press('ControlOrMeta+y')
  await expectSaid(
    page,
    'Redone: Homework 1, Ada Lovelace-Byron, 8 of 10 points, 80%, changed to 7 of 10 points, 70%, not saved',
  )
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '50\t60\n')
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(paste)
  })
  await expectSaid(page, '2 scores pasted, not saved.')
  await page.keyboard.press('ControlOrMeta+z')
  await expectSaid(page, 'Undone: 2 changes')
})

test('an override from before is told once it has been seen', async ({ page, open }) => {
  await open(`${COURSE}?type=Lab`)
  await allRead(page)
  const name = 'Ada Lovelace-Byron'
  await expect(cellOf(page, name, 'Lab 3')).toHaveAccessibleName(/%$/)
  await openOverride(page, name, 'Lab 3')
  await page.keyboard.press('Escape')
  await expect(cellOf(page, name, 'Lab 3')).toMatchAriaSnapshot(
    `- gridcell /^Lab 3, ${name}, \\d+ of \\d+ points, \\d+%, overridden$/`,
  )
})

test('and what saving came to: partly refused, saved', async ({ page, open, shareWorld, context }) => {
  await open(COURSE)
  await allRead(page)
  await type(page, LEARNER, 'Homework 1', '70')
  await type(page, 'Ada Lovelace-Byron', 'Homework 1', '100')
  const control = await context.newPage()
  await shareWorld(control, '/favicon.svg', { faults: ['save-422'] })
  await button(page, 'Save').click()
  await expectSaidOnce(page, 'Saving')
  await expectSaid(page, '1 saved, 1 refused')
  const refused = '7 of 10 points, 70% was refused, This learner is not enrolled in the course.'
  await expectCell(page, 'Homework 1', `9 of 10 points, 90%, ${refused}`, '70')
  await shareWorld(control, '/favicon.svg', { faults: [] })
  await button(page, 'Retry refused').click()
  await expectSaid(page, '1 saved')
  await expectCell(page, 'Homework 1', '7 of 10 points, 70%, overridden', '70')
})

test('and a conflict, and that saving was cancelled', async ({
  page,
  open,
  shareWorld,
  context,
  browser,
}) => {
  await open(COURSE)
  await allRead(page)
  await type(page, LEARNER, 'Homework 3', '60')
  const second = await (await browser.newContext()).newPage()
  await shareWorld(second, COURSE, { user: 'global-staff' })
  await allRead(second)
  await type(second, LEARNER, 'Homework 3', '50')
  await button(second, 'Save').click()
  await expect(tray(second)).toContainText('1 saved')
  await second.context().close()
  await button(page, 'Save').click()
  await expectSaid(page, '1 in conflict')
  const scores = 'mine 6 of 10 points, 60%, theirs 5 of 10 points, 50%'
  await expectCell(page, 'Homework 3', `in conflict with somebody else: ${scores}`, '60')

  await type(page, LEARNER, 'Homework 1', '70')
  await shareWorld(await context.newPage(), '/favicon.svg', { faults: ['latency'] })
  await button(page, 'Save').click()
  await button(page, 'Cancel').click()
  await expectSaid(page, '1 not saved Ended on request. What was not sent is still here.')
})

test('and a cell that is being saved, and one of which nobody knows', async ({
  page,
  open,
  shareWorld,
  context,
}) => {
  await open(COURSE)
  await allRead(page)
  await type(page, LEARNER, 'Homework 1', '70')
  const control = await context.newPage()
  await shareWorld(control, '/favicon.svg', { faults: ['save-timeout'] })
  const sent = page.waitForRequest(/bulk-update/)
  await button(page, 'Save').click()
  await sent
  await expectCell(page, 'Homework 1', '9 of 10 points, 90%, saving 7 of 10 points, 70%', '70')
  await shareWorld(control, '/favicon.svg', { faults: ['offline'] })
  const cell = cellOf(page, LEARNER, 'Homework 1')
  await expect(cell).toHaveAccessibleName(/outcome unknown$/, { timeout: 30_000 })
  await expectCell(page, 'Homework 1', '9 of 10 points, 90%, 7 of 10 points, 70% sent, outcome unknown', '70')
})

test('and why a cell is locked', async ({ page, open }) => {
  await open(COURSE, { scenario: 'frozen' })
  await allRead(page)
  await expectCell(page, 'Homework 1', '9 of 10 points, 90%, locked: grades are frozen', '90')
})
