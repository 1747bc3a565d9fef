import { corrected } from './corrections.ts'
import type { Operation } from './model.ts'
import documented from './operations.json' with { type: 'json' }
import { readStored } from './stored.ts'
import inWords from './summaries.json' with { type: 'json' }

const summaries: Readonly<Record<string, string>> = inWords

/** All operations of the published reference, with what servers are known to do otherwise. In the reference's order. */
export const operations: readonly Operation[] = documented.map((stored) => {
  const operation = corrected(readStored(stored))
  return { ...operation, summary: summaries[`${operation.method} ${operation.path}`] ?? '' }
})
