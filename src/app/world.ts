import type { ReactNode } from 'react'
import type { Config } from '#src/config.ts'
import type { Language } from '#src/i18n/messages.ts'

/** All that the app takes from outside; `main.tsx` and the tests put it together. */
export interface World {
  readonly config: Config
  readonly language: Language
  readonly now: () => Date
  /** Stands in the top bar: the simulated LMS's pill in mock mode. */
  readonly shellSlot: ReactNode
}
