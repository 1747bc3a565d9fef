import '@testing-library/jest-dom/vitest'
import { afterEach } from 'vitest'
import { leaveApp } from './testing.tsx'

// Dates are shown in the viewer's zone; everybody who runs these tests is to see the same ones.
process.env['TZ'] = 'UTC'

afterEach(leaveApp)
