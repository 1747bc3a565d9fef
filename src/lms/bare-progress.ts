import type { Progress } from '#src/domain/progress.ts'

/** What a server tells of a learner's standing that knows the total only. */
export const TOTAL_ONLY: Omit<Progress, 'username' | 'grade'> = {
  passes: null,
  types: [],
  cutoffs: [],
  sections: null,
  summaries: null,
  totalWithHidden: null,
  showsGraph: true,
  track: null,
  courseEnd: null,
  opensMore: false,
  completion: null,
  certificate: null,
  credit: null,
  verification: null,
  upgrade: null,
  accessEnd: null,
  studioUrl: null,
}
