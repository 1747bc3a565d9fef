import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/browser.ts'

const port = Number(process.env['E2E_PORT'] ?? 8321)
const mockPort = port + 1
const reuseExistingServer = !process.env['CI']

/**
 * The production build on the simulated LMS over real HTTP: no service worker, strict Content-Security-Policy. Beside it
 * mock mode as a static site, for what only exists there.
 */
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
    // Recording costs an eighth of the time: only what failed once is recorded.
    trace: 'on-first-retry',
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
  projects: [
    { name: 'app', testIgnore: 'mock-*.e2e.ts' },
    { name: 'mock', testMatch: 'mock-*.e2e.ts', use: { baseURL: `http://localhost:${mockPort}` } },
  ],
  webServer: [
    {
      command: `node mocks/server.ts --port ${port} --app dist --config e2e/config.json`,
      url: `http://localhost:${port}/favicon.svg`,
      reuseExistingServer,
      stdout: 'ignore',
    },
    {
      command: `npm run -s build:mock -- --logLevel error && npx vite preview --outDir dist-mock --port ${mockPort} --strictPort`,
      url: `http://localhost:${mockPort}/favicon.svg`,
      reuseExistingServer,
      stdout: 'ignore',
    },
  ],
})
