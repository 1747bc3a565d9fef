import { answeredAt } from '#mocks/lms/answered-at.ts'
import type { SubsectionGrade } from '#mocks/lms/grade-model.ts'
import { totalOf } from '#mocks/lms/grades.ts'
import type { Outcome } from '#mocks/lms/instance-grades.ts'
import type { PlacedSubsection } from '#mocks/lms/course-model.ts'
import type { Instant } from '#mocks/lms/model.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import { overrideRecord } from '#mocks/lms/override-records.ts'
import type { School } from '#mocks/lms/store.ts'

/** A grade in a subsection, and when it became what it is. */
interface Event {
  readonly at: Instant
  readonly index: number
}

/**
 * Gives when a course grade first earned a letter: with which subsection, in the order in which they came to be graded.
 * Null where it has none.
 */
export function passedAt(school: School, outcome: Outcome): Instant | null {
  const { course, grades, enrolment } = outcome
  if (grades.course.letter === null) return null
  const events = eventsOf(school, outcome)
  const passesAfter = (count: number): boolean => {
    const known = new Set(events.slice(0, count).map(({ index }) => index))
    const then = grades.subsections.map((grade, index) => (known.has(index) ? grade : unworked(grade)))
    return totalOf(course, then).letter !== null
  }
  // More work never lowers a total, so that the first one that passes can be found by halving.
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passesAfter(middle)) high = middle
    else low = middle + 1
  }
  return events[low - 1]?.at ?? enrolment.created
}

/** Gives when something last changed: an answer, a score, an override; the enrolment itself where there was nothing. */
export function lastActiveAt(school: School, outcome: Outcome): Instant {
  return Math.max(outcome.enrolment.created, ...eventsOf(school, outcome).map(({ at }) => at))
}

/** Earliest first. */
function eventsOf(school: School, { course, account, grades }: Outcome): Event[] {
  const places = gradedSubsections(course)
  return grades.subsections
    .flatMap(({ stored }, index): Event | [] => {
      const place = places[index]
      if (!stored || !place) return []
      const at = Math.max(
        answeredAt(school, course, place, account.id),
        ...changesOf(school, place, account.id),
      )
      return { at, index }
    })
    .sort((one, other) => one.at - other.at)
}

/** What came after the answers: overrides in force, scores from outside. */
function changesOf(school: School, { subsection }: PlacedSubsection, userId: number): Instant[] {
  const record = overrideRecord(school, userId, subsection.key)
  const overridden = record?.override ? record.history.at(-1)?.at : undefined
  const scores = school.scores.get(userId)
  const scored = scores ? subsection.problems.map(({ key }) => scores.get(key)?.at) : []
  return [overridden, ...scored].filter((at) => at !== undefined)
}

function unworked(grade: SubsectionGrade): SubsectionGrade {
  return { ...grade, effective: { ...grade.effective, earnedGraded: 0 } }
}
