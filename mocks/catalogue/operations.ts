import { corrected } from './corrections.ts'
import type { Operation } from './model.ts'
import documented from './operations.json' with { type: 'json' }
import { readStored } from './stored.ts'

/** All operations of the published reference, with what servers are known to do otherwise. In the reference's order. */
export const operations: readonly Operation[] = documented.map((stored) => corrected(readStored(stored)))
