import type { GradingWarning } from '#src/domain/grading-checks.ts'

/** `problem`: totals come out wrong. `warning`: they may surprise. `note`: it only looks odd. */
export type Severity = 'problem' | 'warning' | 'note'

/** What the list of checks shows: whether grades are frozen has a place of its own. */
export type Finding = Exclude<GradingWarning, { readonly code: 'frozen' }>

const SEVERITY: Record<Finding['code'], Severity> = {
  'no-types': 'problem',
  'weights-total': 'problem',
  'weight-missing': 'problem',
  'type-without-assignments': 'problem',
  'everything-dropped': 'problem',
  'type-not-in-policy': 'problem',
  'no-passing-grade': 'problem',
  'cutoffs-out-of-order': 'problem',
  'cutoff-out-of-range': 'problem',
  'fewer-than-required': 'warning',
  'cutoffs-equal': 'warning',
  'short-labels-alike': 'note',
  'labels-alike': 'note',
}

const ORDER: readonly Severity[] = ['problem', 'warning', 'note']

/** Gives how much a finding matters. */
export function severityOf({ code }: Finding): Severity {
  return SEVERITY[code]
}

/** Gives the findings, what matters most first; alike ones keep their order. */
export function findingsOf(warnings: readonly GradingWarning[]): Finding[] {
  return warnings
    .filter((warning): warning is Finding => warning.code !== 'frozen')
    .toSorted((a, b) => ORDER.indexOf(severityOf(a)) - ORDER.indexOf(severityOf(b)))
}
