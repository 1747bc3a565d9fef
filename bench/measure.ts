import type { Browser, Page } from '@playwright/test'

export interface Figures {
  readonly requests: number
  /** Milliseconds since navigation started. */
  readonly firstRow: number
  readonly allRead: number
  readonly longTasks: number
  readonly longest: number
  readonly elements: number
  /** Megabytes. */
  readonly heap: number
  /** Milliseconds from the key to the editor with its data painted. */
  readonly openEditor: number
  /** Milliseconds, 95th percentile. */
  readonly frame: number
}

const COURSE = '/course-v1:MITx+18.05+2026_Autumn'

declare global {
  interface Window {
    bench: { firstRow: number; tasks: number[] }
  }
}

/** Opens the gradebook in a fresh browser context and gives what it cost. */
export async function measure(browser: Browser, origin: string): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.bench = { firstRow: 0, tasks: [] }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.bench.tasks.push(entry.duration)
    }).observe({ type: 'longtask', buffered: true })
    const seen = new MutationObserver(() => {
      if (!document.querySelector('[role=gridcell][data-bar]')) return
      seen.disconnect()
      // Painted with the frame after this one.
      requestAnimationFrame(() => setTimeout(() => (window.bench.firstRow = performance.now())))
    })
    seen.observe(document, { subtree: true, childList: true })
  })
  await page.goto(origin + COURSE)
  await page.waitForFunction(() => window.bench.firstRow > 0)
  const firstRow = await page.evaluate(() => window.bench.firstRow)
  const requests = await page.evaluate(
    (until) =>
      1 + performance.getEntriesByType('resource').filter(({ startTime }) => startTime < until).length,
    firstRow,
  )
  await page.waitForFunction(() => document.querySelector('[data-load-status=done]') !== null, undefined, {
    timeout: 120_000,
  })
  const allRead = await page.evaluate(() => performance.now())
  const tasks = await page.evaluate(() => window.bench.tasks)
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  const figures: Figures = {
    requests,
    firstRow,
    allRead,
    longTasks: tasks.length,
    longest: Math.max(0, ...tasks),
    elements,
    heap: await heapAfterCollection(page),
    frame: await frameTime(page),
    openEditor: await openEditor(page),
  }
  await context.close()
  return figures
}

async function heapAfterCollection(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('Performance.enable')
  const { metrics } = await cdp.send('Performance.getMetrics')
  await cdp.detach()
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6
}

/** Scrolls both axes at once, a bit each frame, and gives the 95th percentile of the time between frames. */
function frameTime(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const scroller = document.querySelector('[role=grid]')
    const frames: number[] = []
    let last = performance.now()
    for (let frame = 0; frame < 180; frame++) {
      scroller?.scrollBy(frame < 90 ? 17 : -17, 43)
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      frames.push(now - last)
      last = now
    }
    scroller?.scrollTo(0, 0)
    await new Promise((resolve) => requestAnimationFrame(resolve))
    return frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Number.NaN
  })
}

async function openEditor(page: Page): Promise<number> {
  const cell = page.locator('[role=gridcell][data-bar]').nth(20)
  await cell.scrollIntoViewIfNeeded()
  await page.evaluate(() => {
    const start = { at: 0 }
    const begin = ({ key }: KeyboardEvent) => {
      if (key === 'Enter') start.at = performance.now()
    }
    addEventListener('keydown', begin, { capture: true })
    Object.assign(window, { editorStart: start, editorShown: 0 })
    const seen = new MutationObserver(() => {
      if (!document.querySelector('form input[inputmode=decimal]')) return
      seen.disconnect()
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { editorShown: performance.now() })))
    })
    seen.observe(document, { subtree: true, childList: true })
  })
  await cell.click()
  await page.keyboard.press('Alt+Enter')
  await page.waitForFunction(() => Reflect.get(window, 'editorShown') > 0)
  return page.evaluate(() => Reflect.get(window, 'editorShown') - Reflect.get(window, 'editorStart').at)
}
