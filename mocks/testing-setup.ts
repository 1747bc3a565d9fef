import { afterAll, vi } from 'vitest'
import { stopAnswering } from './node.ts'

// These files share the modules of a worker, since loading them took longer than the tests: each leaves `fetch`, the
// globals and the clock as it found them.
afterAll(() => {
  stopAnswering()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})
