import { enrolmentOf } from '#mocks/lms/enrolments.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { UserId } from '#mocks/lms/model.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import { FINAL_COMMENTS, type FinalComment, finalCommentKey } from '#mocks/lms/schoology/final-comments.ts'
import { type Exception, MARKS, type MarkRow, markKey } from '#mocks/lms/schoology/marks.ts'
import type { SectionSetup } from '#mocks/lms/schoology/setup.ts'
import type { School } from '#mocks/lms/store.ts'
import { setRow } from '#mocks/lms/tables.ts'
import { DAY } from './calendar.ts'
import { learnerId } from './people.ts'
import { ARCHIVED } from './schoology-section.ts'

/** Place in the list of the learner whose enrolment has expired. */
const EXPIRED = 20

interface Told {
  /** Place in the list of learners. */
  readonly learner: number
  /** Name of the assignment. */
  readonly in: string
  readonly exception?: Exception
  readonly comment?: string
  readonly seen?: boolean
}

const MARKS_TOLD: readonly Told[] = [
  { learner: 0, in: 'Homework 1', comment: 'Clear and well argued.', seen: true },
  { learner: 0, in: 'Homework 2', comment: 'Compare with the essay of last year.', seen: false },
  { learner: 0, in: 'Quiz 2', exception: 1, comment: 'At the away match.', seen: true },
  { learner: 1, in: 'Homework 1', exception: 1 },
  { learner: 2, in: 'Homework 1', exception: 2, comment: 'Sources are still to come.', seen: true },
  { learner: 3, in: 'Homework 1', exception: 3 },
  { learner: 3, in: 'Quiz 1', exception: 3, comment: 'No note from home.', seen: false },
  { learner: 4, in: 'Homework 2', comment: 'See me about the second paragraph.', seen: true },
  { learner: 5, in: 'Midterm', exception: 1, comment: 'Exempt, with the consent of the head.', seen: false },
  { learner: 6, in: 'Midterm', exception: 2 },
  { learner: 7, in: 'Midterm', exception: 3 },
  { learner: 8, in: 'Homework 3', comment: 'A '.concat('very '.repeat(60), 'long remark.'), seen: true },
]

/** Adds exceptions of each kind, comments that learners see and do not see, and two who left. */
export function tellMarks(school: School, course: Course, setup: SectionSetup): void {
  let at = school.now - 6 * DAY
  for (const told of MARKS_TOLD) {
    const place = gradedSubsections(course).find(({ subsection }) => subsection.name === told.in)
    const userId = enrolled(school, course, told.learner)
    if (!place || userId === undefined) continue
    at += DAY / 4
    const row: MarkRow = {
      exception: told.exception ?? 0,
      comment: told.comment ?? null,
      commentStatus: told.seen === undefined ? null : told.seen ? 1 : 0,
      at,
      // An exception leaves no grade behind it.
      blankSince: told.exception ? at : null,
    }
    setRow(school, MARKS, markKey(course, userId, { place }), row)
  }
  const [first] = setup.periods
  comment(school, course, 0, `p${first?.id}`, 'A good start into the year.', 1)
  comment(school, course, 0, 'final', 'To be discussed at the conference.', 0)
  comment(school, course, 1, 'final', 'Has come a long way.', 1)
  for (const learner of [EXPIRED, ARCHIVED]) leave(school, course, learner)
}

function comment(
  school: School,
  course: Course,
  learner: number,
  periodId: string,
  text: string,
  commentStatus: FinalComment['commentStatus'],
): void {
  const userId = enrolled(school, course, learner)
  if (userId === undefined) return
  setRow(school, FINAL_COMMENTS, finalCommentKey(course, userId, periodId), { comment: text, commentStatus })
}

/** The row is that of `enrolments.ts`, without a trace in the journal. */
function leave(school: School, course: Course, learner: number): void {
  const row = enrolmentOf(school, course, learnerId(learner))
  if (row) setRow(school, 'enrolments', `${course.key} ${row.userId}`, { ...row, active: false })
}

function enrolled(school: School, course: Course, learner: number): UserId | undefined {
  return enrolmentOf(school, course, learnerId(learner))?.userId
}
