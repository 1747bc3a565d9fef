import type { Page } from '@playwright/test'
import { COURSE, expect, test } from './fixtures.ts'
import { allRead, cellOf, grid } from './verbs.ts'

const LEARNER = 'Amara Okafor'
const POINTS = `${COURSE}?scores=points`
const field = (page: Page) => grid(page).getByRole('textbox')

declare global {
  interface Window {
    /** The names of the cells of the table in which anything has changed; of other places their tag. */
    changed: Set<string>
  }
}

/** Begins to note what changes in the page. */
async function watchChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.changed = new Set()
    const nameOf = (node: Node): string => {
      const element = node instanceof Element ? node : node.parentElement
      const cell = element?.closest('[role=grid] [aria-colindex]')
      return cell?.ariaLabel?.split(', ').slice(0, 2).join(', ') ?? element?.tagName.toLowerCase() ?? ''
    }
    new MutationObserver((changes) => {
      for (const { target } of changes) window.changed.add(nameOf(target))
    }).observe(document.querySelector('main') ?? document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
  })
}
const changed = (page: Page) => page.evaluate(() => Array.from(window.changed))

test('a keystroke changes nothing but its cell; a commit no row but its own and the next', async ({
  page,
  open,
}) => {
  await open(POINTS)
  await allRead(page)
  // The first change brings the tray.
  await cellOf(page, LEARNER, 'Homework 3').click()
  await page.keyboard.type('7\n')
  await expect(page.getByRole('region', { name: 'Changes' })).toBeVisible()
  await cellOf(page, LEARNER, 'Homework 1').click()
  await page.keyboard.press('F2')
  await expect(field(page)).not.toHaveAttribute('aria-busy')
  await watchChanges(page)
  await page.keyboard.type('0.5')
  await page.keyboard.press('Backspace')
  await expect(field(page)).toHaveValue('90.')
  expect((await changed(page)).filter((name) => name !== `Homework 1, ${LEARNER}`)).toEqual([])

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('6\n')
  await expect(cellOf(page, LEARNER, 'Homework 1')).toHaveText('6')
  await expect(cellOf(page, 'Ada Lovelace-Byron', 'Homework 1')).toBeFocused()
  const cells = (await changed(page)).filter((name) => name.includes(', '))
  expect(cells.filter((name) => !/^Homework 1, (?:Amara|Ada|mean)/i.test(name))).toEqual([])
  expect(cells).toContain(`Homework 1, ${LEARNER}`)
})

test('what is typed stays while one scrolls, and the cell is in sight when one types on', async ({
  page,
  open,
}) => {
  await open(POINTS)
  await allRead(page)
  await cellOf(page, LEARNER, 'Homework 2').click()
  await page.keyboard.type('1')
  await grid(page).evaluate((element) => element.scrollTo(element.scrollWidth, element.scrollHeight))
  await expect(cellOf(page, 'Ada Lovelace-Byron', 'Homework 2')).toHaveCount(0)
  await page.keyboard.type('0')
  await expect(field(page)).toHaveValue('10')
  await expect(field(page)).toBeInViewport({ ratio: 1 })

  // Partly under the columns that stay.
  await grid(page).evaluate((element) => element.scrollTo(120, 0))
  await page.keyboard.press('Backspace')
  await expect(field(page)).toHaveValue('1')
  const frozen = await page.getByRole('columnheader', { name: /^Total/ }).boundingBox()
  const box = await field(page).boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual((frozen?.x ?? 0) + (frozen?.width ?? 0) - 1)
  await page.keyboard.press('Enter')
  await expect(cellOf(page, LEARNER, 'Homework 2')).toHaveText('1')
})

test('what is refused is still there, with the reason, when its row comes back', async ({ page, open }) => {
  await open(POINTS, { scenario: 'large' })
  await allRead(page)
  await cellOf(page, LEARNER, 'Homework 1').click()
  await page.keyboard.type('ten\n')
  await expect(field(page)).toHaveAccessibleDescription(/^Type points such as 8/)
  await page.keyboard.press('Escape')
  await cellOf(page, LEARNER, 'Homework 1').click()
  await page.keyboard.type('1e3')
  await cellOf(page, 'Chen Wei', 'Homework 1').click()
  await expect(field(page)).toHaveAccessibleDescription('Write the number out, without an exponent.')
  await page.keyboard.press('ControlOrMeta+End')
  await expect(cellOf(page, LEARNER, 'Homework 1')).toHaveCount(0)
  await expect(field(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(field(page)).toHaveValue('1e3')
  await expect(field(page)).toHaveAccessibleDescription('Write the number out, without an exponent.')
  await expect(field(page)).not.toBeFocused()
  // Another score waits until this one is settled.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F2')
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue('1e3')
})

test('what is pasted before anything has the focus opens the preview, or asks where', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(POINTS)
  await allRead(page)
  await page.evaluate(() => navigator.clipboard.writeText('4\t5\n6\t7'))
  await page.keyboard.press('ControlOrMeta+v')
  await expect(
    page.getByText('Choose the cell where the scores shall begin, then paste.').first(),
  ).toBeVisible()
  await expect(page.getByRole('gridcell', { name: /not saved/ })).toHaveCount(0)
  await page.evaluate(() => navigator.clipboard.writeText('username\tHW 01\namara.okafor\t4'))
  await page.keyboard.press('ControlOrMeta+v')
  await expect(
    page.getByRole('dialog', { name: 'Paste or import scores' }).getByText(/^1 line: 1 change/),
  ).toBeVisible()
})
