/** Figures of a big paste through the screen: the preview, the staging, the saving over HTTP. */
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '#e2e/browser.ts'
import { startLms } from './start-lms.ts'

const COURSE = 'course-v1:MITx+18.05+2026_Autumn'
const CELLS = Number(process.env['BENCH_CELLS'] ?? 5000)
const LEARNERS = 5000
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3)

/** What one step took, in milliseconds. */
interface Step {
  readonly took: number
  /** The longest time between two frames. */
  readonly longest: number
}
interface Figures {
  readonly preview: Step
  readonly stage: Step
  readonly save: Step
  readonly requests: number
  /** Milliseconds for reading all pages, saving the same cells and reading all pages again, without any screen. */
  readonly bare: number
}

const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu'],
})
const runs: Figures[] = []
for (let run = 0; run < RUNS; run++) runs.push(await paste())
await browser.close()

console.log(
  `\npaste of ${CELLS} cells, ${LEARNERS} learners x 40 subsections, median (worst) of ${RUNS} runs`,
)
report('ms from Ctrl+V to the whole preview', ({ preview }) => preview.took)
report('ms of the longest frame meanwhile', ({ preview }) => preview.longest)
report('ms from “Stage” to the tray', ({ stage }) => stage.took)
report('ms of the longest frame meanwhile', ({ stage }) => stage.longest)
report('ms from “Save” to the report, over HTTP', ({ save }) => save.took)
report('ms of the longest frame meanwhile', ({ save }) => save.longest)
report('cells saved a second', ({ save }) => (CELLS / save.took) * 1000)
report('requests for that', ({ requests }) => requests)
report('times as long as bare requests for the same', ({ save, bare }) => save.took / bare, 1)

/** Pastes a table into a school of its own, stages it and saves it. */
async function paste(): Promise<Figures> {
  const lms = await startLms('--app', 'dist', '--learners', LEARNERS, '--subsections', 40)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await page.goto(`${lms.origin}/${COURSE}`)
  await page.waitForSelector('[data-load-status=done]', { state: 'attached', timeout: 120_000 })
  const learners = await learnersOf(lms.origin)
  const text = tableOf(learners)
  await page.evaluate((table) => navigator.clipboard.writeText(table), text)
  await page.locator('[role=gridcell][data-bar]').first().click()
  // Until the table's own parts are there: this is measuring, not testing.
  await page.waitForTimeout(2500)

  const preview = await timed(page, 'button:enabled:text-matches("^Stage [0-9,]+ changes$")', () =>
    page.keyboard.press('Control+v'),
  )
  const stage = await timed(page, 'section:has-text("changes for")', () =>
    page.getByRole('button', { name: /^Stage / }).click(),
  )
  let requests = 0
  page.on('request', (request) => void (request.url().includes('/api/') && requests++))
  const save = await timed(page, 'section >> text=/^[0-9,]+ saved/', () =>
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  )
  await context.close()
  const bare = await saveBare(lms.origin)
  lms.stop()
  return { preview, stage, save, requests, bare }
}

/** Does something, waits until a part of the page is in sight, and gives how long both took. */
async function timed(page: Page, shown: string, act: () => Promise<void>): Promise<Step> {
  await page.evaluate(() => {
    const watch = { start: 0, last: performance.now(), longest: 0, on: true }
    const frame = (now: number) => {
      watch.longest = Math.max(watch.longest, now - watch.last)
      watch.last = now
      if (watch.on) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    const begin = ({ timeStamp }: Event) => {
      watch.start ||= timeStamp
    }
    for (const type of ['keydown', 'pointerdown'])
      addEventListener(type, begin, { capture: true, once: true })
    Object.assign(window, { watch })
  })
  await act()
  await page.locator(shown).first().waitFor({ timeout: 300_000 })
  return page.evaluate(() => {
    const watch: { start: number; longest: number; on: boolean } = Reflect.get(window, 'watch')
    watch.on = false
    return { took: performance.now() - watch.start, longest: watch.longest }
  })
}

interface Learner {
  readonly user_id: number
  readonly username: string
}

/** Everybody in the course, as the server lists them. */
async function learnersOf(origin: string): Promise<Learner[]> {
  const learners: Learner[] = []
  let next: string | null = `${origin}/api/grades/v1/gradebook/${COURSE}/?page_size=200`
  while (next !== null && learners.length < LEARNERS) {
    const page = (await (await fetch(next)).json()) as { next: string | null; results: readonly Learner[] }
    learners.push(...page.results)
    next = page.next
  }
  return learners
}

/** A spreadsheet of usernames and scores: as many columns of scores as the cells need. */
function tableOf(learners: readonly Learner[]): string {
  const columns = Array.from({ length: Math.ceil(CELLS / LEARNERS) }, (_, column) => column + 1)
  const score = (line: number) => ((line * 7) % 19) / 2 + 0.25
  const lines = learners.map(({ username }, line) => [username, ...columns.map(() => score(line))])
  const titles = columns.map((column) => `HW ${String(column).padStart(2, '0')}`)
  return [['username', ...titles], ...lines].map((line) => line.join('\t')).join('\r\n')
}

/** Asks for all that saving asks for, one after the other, without comparing or showing anything. */
async function saveBare(origin: string): Promise<number> {
  const start = performance.now()
  const learners = await learnersOf(origin)
  const items = Array.from({ length: CELLS }, (_, cell) => ({
    user_id: learners[cell % learners.length]?.user_id,
    usage_id: `block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_0${1 + Math.floor(cell / learners.length)}`,
    grade: { earned_graded_override: 3, comment: null },
  }))
  for (let at = 0; at < items.length; at += 100) {
    const response = await fetch(`${origin}/api/grades/v1/gradebook/${COURSE}/bulk-update`, {
      method: 'POST',
      headers: { Authorization: 'Bearer mock-instructor', 'Content-Type': 'application/json' },
      body: JSON.stringify(items.slice(at, at + 100)),
    })
    if (!response.ok) throw new Error(`${response.status} for a bulk update`)
    await response.arrayBuffer()
  }
  await learnersOf(origin)
  return performance.now() - start
}

function report(label: string, of: (figures: Figures) => number, digits = 0): void {
  const values = runs.map(of).toSorted((a, b) => a - b)
  const show = (value = Number.NaN) => value.toFixed(digits)
  const median = values[Math.floor(values.length / 2)]
  console.log(`${show(median).padStart(9)} (${show(values.at(-1))})  ${label}`)
}
