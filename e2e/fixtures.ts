import { AxeBuilder } from '@axe-core/playwright'
import { type Page, test as base, expect } from '@playwright/test'

export interface WorldOptions {
  readonly user?: 'instructor' | 'limited-staff' | 'global-staff' | 'learner' | 'stranger' | 'nobody'
  readonly scenario?: string
  readonly backend?: 'openedx-v1' | 'openedx-v0' | 'so2' | 'schoology'
  readonly faults?: readonly string[]
  readonly learners?: number
  readonly subsections?: number
}

/** The course of every scenario. */
export const COURSE = '/course-v1:MITx+18.05+2026_Autumn'

interface Fixtures {
  /** Opens a page of the app in a simulated LMS of its own; again: in the same one, with other faults or another user. */
  readonly open: (path: string, world?: WorldOptions) => Promise<void>
  /** Opens a page of another browser context in the same simulated LMS, perhaps as another user. */
  readonly shareWorld: (page: Page, path: string, world?: WorldOptions) => Promise<void>
  readonly worldName: string
  /** Collects what the Content-Security-Policy refuses and what the app reports as an error; the test fails over it. */
  readonly clean: void
}

let worlds = 0

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from this pattern which fixtures are wanted: none
  worldName: async ({}, use, { workerIndex, testId }) => {
    await use(`${testId}-${workerIndex}-${worlds++}`)
  },
  shareWorld: async ({ worldName }, use) => {
    await use(async (page, path, world = {}) => {
      const query = new URLSearchParams({ 'mock.world': worldName })
      for (const [key, value] of Object.entries(world)) query.set(`mock.${key}`, String(value))
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}${query}`)
    })
  },
  open: async ({ page, shareWorld }, use) => {
    await use((path, world) => shareWorld(page, path, world))
  },
  clean: [
    async ({ page }, use) => {
      const found: string[] = []
      page.on('pageerror', ({ message }) => {
        // In mock mode msw looks for a newer worker behind the page's back, which fails where the page is just leaving.
        if (!message.startsWith('Failed to update a ServiceWorker')) found.push(message)
      })
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) found.push(message.text())
      })
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          // oxlint-disable-next-line no-console -- the only way out of the page that needs no binding
          console.error(`Content-Security-Policy: ${event.violatedDirective} refused ${event.blockedURI}`)
        })
      })
      await use()
      expect(found).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** What axe finds by colours alone. */
const BY_COLOUR = ['color-contrast', 'link-in-text-block']

/**
 * Runs axe over the page in its present state: WCAG 2.2 AA and good practice.
 * @param colorScheme where a view is looked at in both, its structure is told in the light and only colours in the dark
 */
export async function expectAccessible(page: Page, colorScheme?: 'light' | 'dark'): Promise<void> {
  const axe = new AxeBuilder({ page })
  const rules =
    colorScheme === 'dark'
      ? axe.withRules(BY_COLOUR)
      : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
  const { violations } = await rules.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}
