import type { Instant } from './model.ts'
import { forgetAll, record, type School } from './store.ts'

/** Sets what the school takes for now: what is released, due, frozen or expired follows. Learners' answers stay. */
export function setClock(school: School, at: Instant): void {
  school.now = at
  forgetAll(school)
  record(school, { kind: 'clock', at })
}
