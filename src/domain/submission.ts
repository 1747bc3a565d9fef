/** What a learner has sent in for one problem, newest first. */
export interface ProblemSubmissions {
  readonly problemId: string
  readonly name: string
  readonly submissions: readonly Submission[]
}

export interface Submission {
  /** Points as answered, before any weight; null where there is no score. */
  readonly earned: number | null
  readonly possible: number | null
  /** ISO 8601; null where the problem keeps no time, which is the rule. */
  readonly at: string | null
  /** As the problem stored it, for reading; null where nothing was stored. */
  readonly state: Readonly<Record<string, unknown>> | null
}

/** One line of a stored state. */
export interface StateLine {
  readonly key: string
  readonly text: string
  /** Has a structure of its own, written over several lines. */
  readonly isBlock: boolean
}

/** Gives a stored state for reading, in the order of the problem: plain values as they are, all else as indented JSON. */
export function stateLines(state: NonNullable<Submission['state']>): StateLine[] {
  return Object.entries(state).map(([key, value]) => {
    if (typeof value === 'string') return { key, text: value, isBlock: value.includes('\n') }
    const text = JSON.stringify(value, null, 2) ?? ''
    return { key, text, isBlock: text.includes('\n') }
  })
}
