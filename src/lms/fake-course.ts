import type { GradebookQuery, Lms, SheetChunk, SheetRow } from './lms.ts'

/** For tests: gives a learner's row without grades. */
export function rowOf(id: string, more: Partial<SheetRow['learner']> = {}): SheetRow {
  return {
    learner: { id, username: `user-${id}`, name: null, email: null, studentKey: null, ...more },
    total: null,
    grades: [],
  }
}

/** For tests: gives a page of the list. */
export function pageOf(resume: string | null, ...ids: readonly string[]): SheetChunk {
  return { rows: ids.map((id) => rowOf(id)), resume }
}

/** What a fake list answers to one question: chunks, and after them perhaps a failure. */
export interface Answered {
  readonly chunks: readonly SheetChunk[]
  readonly error?: unknown
}

interface Question {
  readonly query: GradebookQuery
  readonly signal: AbortSignal | undefined
  /** Gives the chunks, one after another, whether somebody still listens or not. */
  readonly answer: (answered: Answered) => void
}

/** For tests: a list of grades that answers when it is told to, so that answers can overtake each other. */
export class FakeList {
  readonly questions: Question[] = []

  readonly gradebook: Lms['gradebook'] = (query, signal) => {
    const { promise, resolve } = Promise.withResolvers<Answered>()
    this.questions.push({ query, signal, answer: resolve })
    return spoken(promise)
  }

  /** Gives the question asked last. */
  get last(): Question {
    const question = this.questions.at(-1)
    if (!question) throw new Error('nothing was asked')
    return question
  }
}

async function* spoken(answered: Promise<Answered>): AsyncGenerator<SheetChunk> {
  const { chunks, error } = await answered
  yield* chunks
  if (error !== undefined) throw error
}
