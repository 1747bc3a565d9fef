import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/browser.ts'

const port = Number(process.env['E2E_PORT'] ?? 8321)

/** The production build on the simulated LMS over real HTTP: no service worker, strict Content-Security-Policy. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: process.env['CI'] ? 1 : 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['html', { open: 'never' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `node mocks/server.ts --port ${port} --app dist`,
    url: `http://localhost:${port}/favicon.svg`,
    reuseExistingServer: !process.env['CI'],
    stdout: 'ignore',
  },
})
