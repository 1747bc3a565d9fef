import { cpus } from 'node:os'
import { chromium } from '@playwright/test'
import { findBrowser } from '#e2e/browser.ts'
import { firstRoute, sum } from './first-route.ts'
import { type Figures, measure } from './measure.ts'
import { startLms } from './start-lms.ts'

const RUNS = Number(process.env['BENCH_RUNS'] ?? 5)
const SIZES = [
  { learners: 50, subsections: 40 },
  { learners: 2000, subsections: 40 },
] as const

const { scripts, styles } = firstRoute('dist')
console.log(
  `Production build over HTTP, 1440 x 900, cold, median (worst) of ${RUNS} runs; ${cpus().length} cores`,
)
console.log(`first route: ${kilobytes(sum(scripts))} JavaScript, ${kilobytes(sum(styles))} CSS, gzipped`)

const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
})
for (const { learners, subsections } of SIZES) {
  const lms = await startLms('--app', 'dist', '--learners', learners, '--subsections', subsections)
  const runs: Figures[] = []
  // The first run warms the server and is not counted.
  for (let run = 0; run <= RUNS; run++) {
    const figures = await measure(browser, lms.origin)
    if (run > 0) runs.push(figures)
  }
  console.log(`\n${learners} learners x ${subsections} subsections`)
  const rows: ReadonlyArray<[keyof Figures, string]> = [
    ['requests', 'requests until the first grade row'],
    ['firstRow', 'ms to the first grade row'],
    ['allRead', 'ms until all learners are read'],
    ['longTasks', 'long tasks (over 50 ms) until all are read'],
    ['longest', 'ms of the longest of them'],
    ['elements', 'DOM elements'],
    ['heap', 'MB of JavaScript heap after a collection'],
    ['openEditor', 'ms to open the override editor, its data shown'],
    ['frame', 'ms p95 frame time while scrolling both axes'],
  ]
  for (const [name, label] of rows) {
    const values = runs.map((run) => run[name]).toSorted((a, b) => a - b)
    const median = values[Math.floor(values.length / 2)] ?? Number.NaN
    console.log(`${show(median).padStart(9)} (${show(values.at(-1) ?? Number.NaN)})  ${label}`)
  }
  lms.stop()
}
await browser.close()

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function show(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1)
}
