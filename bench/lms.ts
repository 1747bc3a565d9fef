/** Figures of `npm run lms`: how fast it answers a page of the gradebook, and what starting it costs. */
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { type RunningLms, startLms } from './start-lms.ts'

const LIST = '/api/grades/v1/gradebook/course-v1:MITx+18.05+2026_Autumn/'
const LEARNERS = 2000
const PAGE = 50
const PAGES = LEARNERS / PAGE
/** How often all pages are read. */
const ROUNDS = 5

console.log(`\nThe simulated LMS over HTTP; ${cpus().length} cores, shared with the client`)
await reportPages()
await reportStarts()

async function reportPages(): Promise<void> {
  const lms = await startLms('--learners', LEARNERS, '--subsections', 40)
  const addresses = await addressesOf(lms)
  // The first time, grades are reckoned; then they are known.
  const first = await measure(addresses, 1)
  const again = Array.from({ length: ROUNDS }, () => addresses).flat()
  const one = await measure(again, 1)
  const eight = await measure(again, 8)
  lms.stop()
  console.log(`pages of ${PAGE} learners x 40 subsections`)
  for (const [label, figures] of [
    ['one after the other, the first time', first],
    ['one after the other', one],
    ['8 at once', eight],
  ] as const) {
    const { perSecond, median, p95 } = figures
    console.log(
      `${perSecond.toFixed(0).padStart(9)} a second, ${median.toFixed(1)} ms (p95 ${p95.toFixed(1)})  ${label}`,
    )
  }
}

/** Gives the addresses of all pages without reading them: enrolments are numbered through, and a cursor is a number. */
async function addressesOf({ origin }: RunningLms): Promise<string[]> {
  const { next } = (await read(`${origin}${LIST}?page_size=1`)) as { next: string }
  const position = new URLSearchParams(atob(new URL(next).searchParams.get('cursor') ?? '')).get('p')
  return Array.from({ length: PAGES }, (_, page) => {
    const cursor = encodeURIComponent(btoa(`p=${Number(position) - 1 + page * PAGE}`))
    return `${origin}${LIST}?page_size=${PAGE}&cursor=${cursor}`
  })
}

interface Figures {
  readonly perSecond: number
  /** Milliseconds. */
  readonly median: number
  readonly p95: number
}

/** Asks for all addresses, so many at once. */
async function measure(addresses: readonly string[], atOnce: number): Promise<Figures> {
  const waiting = addresses.values()
  const times: number[] = []
  const work = async () => {
    for (const address of waiting) {
      const before = performance.now()
      await read(address)
      times.push(performance.now() - before)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: atOnce }, work))
  const seconds = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN
  return { perSecond: times.length / seconds, median: at(0.5), p95: at(0.95) }
}

async function read(address: string): Promise<unknown> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response.json()
}

async function reportStarts(): Promise<void> {
  console.log('starting')
  for (const scenario of ['default', 'large', 'huge']) {
    const before = performance.now()
    const lms = await startLms('--scenario', scenario)
    const started = performance.now() - before
    const atRest = megabytes(lms.pid)
    await read(`${lms.origin}${LIST}?page_size=${PAGE}`)
    const answered = performance.now() - before
    console.log(
      `${started.toFixed(0).padStart(9)} ms, first page after ${answered.toFixed(0)} ms;` +
        ` ${atRest} MB resident, then ${megabytes(lms.pid)} MB  ${scenario}`,
    )
    lms.stop()
  }
}

/** What the process keeps in memory, as the system counts it. */
function megabytes(pid: number): string {
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))
  return (kilobytes / 1024).toFixed(0)
}
