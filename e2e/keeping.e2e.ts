import type { Page } from '@playwright/test'
import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, cellOf, openOverride } from './verbs.ts'

const LEARNER = 'Amara Okafor'

/** Changes a cell without saving it. */
async function stage(page: Page, assignment: string, value: string): Promise<void> {
  await cellOf(page, LEARNER, assignment).click()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
  await notSaved(page, assignment)
}

/** Saves a cell by its editor. */
async function save(page: Page, assignment: string): Promise<void> {
  await openOverride(page, LEARNER, assignment)
  await page.getByRole('complementary').getByRole('button', { name: 'Save', exact: true }).click()
}

const kept = (page: Page) => page.getByText(/kept in this browser\./)
const notSaved = (page: Page, assignment: string) =>
  expect(cellOf(page, LEARNER, assignment)).toHaveAccessibleName(/not saved/)
const untouched = (page: Page, assignment: string) =>
  expect(cellOf(page, LEARNER, assignment)).not.toHaveAccessibleName(/not saved/)

/** Waits until the changes are in the browser's database. */
async function written(page: Page, count: number): Promise<void> {
  const read = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('rollbook')
          opening.addEventListener('success', () => {
            const all = opening.result.transaction('trays').objectStore('trays').getAll()
            all.addEventListener('success', () => {
              const trays = all.result as ReadonlyArray<{ edits: readonly unknown[] }>
              resolve(trays.reduce((sum, { edits }) => sum + edits.length, 0))
              opening.result.close()
            })
          })
        }),
    )
  await expect.poll(read).toBe(count)
}

test.beforeEach(({ page }) => {
  // The browser asks before one leaves; here everybody means it.
  page.on('dialog', (dialog) => void dialog.accept())
})

test('a tray survives a reload, with a sentence that says so', async ({ page, open }) => {
  await open(COURSE)
  await allRead(page)
  await stage(page, 'Homework 1', '7.25/10')
  await stage(page, 'Homework 2', '3/10')
  await page.reload()
  await allRead(page)
  await notSaved(page, 'Homework 1')
  await notSaved(page, 'Homework 2')
  await expect(page.getByText(/^2 changes from today at \d\d:\d\d were kept in this browser\./)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Dismiss' }).first().click()
  await expect(kept(page)).toHaveCount(0)
})

test('and a crash', async ({ page, open, context, shareWorld }) => {
  await open(COURSE)
  await allRead(page)
  await stage(page, 'Homework 1', '7.25/10')
  await written(page, 1)
  await page.close({ runBeforeUnload: false })
  const next = await context.newPage()
  await shareWorld(next, COURSE)
  await allRead(next)
  await notSaved(next, 'Homework 1')
  await expect(kept(next)).toBeVisible()
})

test('what is saved is not kept any more', async ({ page, open }) => {
  await open(COURSE)
  await allRead(page)
  await stage(page, 'Homework 1', '7.25/10')
  await written(page, 1)
  await save(page, 'Homework 1')
  await expect(cellOf(page, LEARNER, 'Homework 1')).toHaveAccessibleName(/7\.25 of 10 points.*overridden/)
  await written(page, 0)
  await page.reload()
  await allRead(page)
  await untouched(page, 'Homework 1')
  await expect(kept(page)).toHaveCount(0)
})

test('another person in the same browser sees nothing of it, and the first finds it again', async ({
  page,
  open,
}) => {
  await open(COURSE)
  await allRead(page)
  await stage(page, 'Homework 1', '7.25/10')
  await written(page, 1)
  await open(COURSE, { user: 'global-staff' })
  await allRead(page)
  await expect(page.getByRole('button', { name: /^Signed in as/ })).toBeVisible()
  await untouched(page, 'Homework 1')
  await expect(kept(page)).toHaveCount(0)
  await open(COURSE, { user: 'instructor' })
  await allRead(page)
  await notSaved(page, 'Homework 1')
})

test('a browser that keeps nothing is said once, and typing goes on', async ({ page, open }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not in a private window', 'SecurityError')
    }
  })
  await open(COURSE)
  await allRead(page)
  await stage(page, 'Homework 1', '7.25/10')
  const notice = page.getByText(/^This browser does not keep changes/)
  await expect(notice).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Dismiss' }).first().click()
  await stage(page, 'Homework 2', '3/10')
  await notSaved(page, 'Homework 1')
  await expect(notice).toHaveCount(0)
})

test('a damaged record is left alone until it is given up', async ({ page, open }) => {
  await open(COURSE)
  await allRead(page)
  await stage(page, 'Homework 1', '7.25/10')
  await written(page, 1)
  // The page itself would write its own state over it on leaving.
  await page.goto('/favicon.svg')
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('rollbook')
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('trays', 'readwrite')
          const cursor = transaction.objectStore('trays').openCursor()
          cursor.addEventListener('success', () => {
            cursor.result?.update({ ...cursor.result.value, edits: [{ learnerId: 7 }] })
          })
          transaction.addEventListener('complete', () => resolve())
        })
      }),
  )
  await open(COURSE)
  await allRead(page)
  await expect(page.getByText(/cannot be read any more/)).toBeVisible()
  await untouched(page, 'Homework 1')
  await page.getByRole('button', { name: 'Forget them and keep new ones' }).click()
  await stage(page, 'Homework 2', '3/10')
  await written(page, 1)
  await page.reload()
  await allRead(page)
  await notSaved(page, 'Homework 2')
})

test('two tabs share one tray: what one stages, changes, discards or saves, the other shows', async ({
  page,
  open,
  context,
  shareWorld,
}) => {
  await open(COURSE)
  await allRead(page)
  const other = await context.newPage()
  await shareWorld(other, COURSE)
  await allRead(other)
  await stage(page, 'Homework 1', '7.25/10')
  await notSaved(other, 'Homework 1')
  await stage(other, 'Homework 1', '6/10')
  await stage(other, 'Homework 2', '3/10')
  await expect(cellOf(page, LEARNER, 'Homework 1')).toHaveText(/60/)
  await notSaved(page, 'Homework 2')

  await openOverride(other, LEARNER, 'Homework 2')
  await other.getByRole('complementary').getByRole('button', { name: 'Discard' }).click()
  await untouched(page, 'Homework 2')
  await other.keyboard.press('Escape')

  await save(page, 'Homework 1')
  await expect(cellOf(page, LEARNER, 'Homework 1')).toHaveAccessibleName(/6 of 10 points.*overridden/)
  await expect(cellOf(other, LEARNER, 'Homework 1')).toHaveAccessibleName(/6 of 10 points, 60%, overridden$/)
})

test('while one tab saves, the other one says so', async ({ page, open, context, shareWorld }) => {
  await open(COURSE)
  await allRead(page)
  const other = await context.newPage()
  await shareWorld(other, COURSE)
  await allRead(other)
  await stage(page, 'Homework 1', '7.25/10')
  await shareWorld(await context.newPage(), '/favicon.svg', { faults: ['latency'] })
  await save(page, 'Homework 1')
  const notice = other.getByRole('status').getByText('Changes of this course are being saved in another tab.')
  const saveThere = other.getByRole('region', { name: 'Changes' }).getByRole('button', { name: 'Save' })
  await expect(notice).toBeVisible()
  await expect(saveThere).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(other)
  await expect(notice).toHaveCount(0, { timeout: 20_000 })
  await expect(saveThere).toHaveCount(0)
})

test('signing out asks, then takes every change along, in all tabs', async ({
  page,
  open,
  context,
  shareWorld,
}) => {
  await open(COURSE)
  await allRead(page)
  const other = await context.newPage()
  await shareWorld(other, COURSE)
  await allRead(other)
  await stage(page, 'Homework 1', '7.25/10')
  await written(page, 1)
  await notSaved(other, 'Homework 1')
  const asked: string[] = []
  page.on('dialog', (dialog) => asked.push(dialog.type()))
  const signOut = async () => {
    await page.getByRole('button', { name: /^Signed in as/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
  }

  await signOut()
  const dialog = page.getByRole('dialog', { name: 'Sign out and lose changes?' })
  await expect(dialog).toContainText('1 change is not saved.')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await notSaved(page, 'Homework 1')

  await signOut()
  await dialog.getByRole('button', { name: 'Sign out without saving' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(asked).toEqual([])
  await untouched(other, 'Homework 1')

  await open(COURSE, { user: 'instructor' })
  await allRead(page)
  await written(page, 0)
  await untouched(page, 'Homework 1')
  // Nothing is lost now: nobody is asked.
  await signOut()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})
