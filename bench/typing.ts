/** Figures of typing into the table: how long a key takes until it is painted. */
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '#e2e/browser.ts'
import { startLms } from './start-lms.ts'

const COURSE = '/course-v1:MITx+18.05+2026_Autumn?scores=points'
const LEARNERS = 2000
const KEYS = 30

const lms = await startLms('--app', 'dist', '--learners', LEARNERS, '--subsections', 40)
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.goto(lms.origin + COURSE)
await page.waitForSelector('[data-load-status=done]', { state: 'attached', timeout: 120_000 })
const times = await typeDown(page)
await browser.close()
lms.stop()

const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
console.log(`\ntyping at ${LEARNERS} learners x 40 subsections, ${times.length} keys`)
console.log(
  `${at(0.5).toFixed(1).padStart(9)} ms from a key to its paint, median (p95 ${at(0.95).toFixed(1)}, worst ${at(1).toFixed(1)})`,
)

/** Types scores down the first column, a digit and Enter each, and gives how long each key took, fastest first. */
async function typeDown(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        // Painted with the frame after this one.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => times.push(performance.now() - timeStamp))
          port1.start()
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  await page.locator('[role=gridcell][data-bar]:not([aria-label^="Total"])').first().click()
  // The first score loads the editor, and is not counted.
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  // Until everything around the first score has settled: this is measuring, not testing.
  await page.waitForTimeout(1000)
  await page.evaluate(() => Reflect.get(window, 'times').splice(0))
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 2 === 0 ? String(1 + (key % 9)) : 'Enter')
    // The pace of a quick typist.
    await page.waitForTimeout(60)
  }
  const times: number[] = await page.evaluate(() => Reflect.get(window, 'times'))
  return times.toSorted((a, b) => a - b)
}
