import { accountById, accountByUsername } from './accounts.ts'
import { enrolmentOf } from './enrolments.ts'
import { gradeSubsection } from './grades.ts'
import { isUsageKey } from './keys.ts'
import type { OverrideTotals, Totals } from './grade-model.ts'
import type { Course } from './course-model.ts'
import type { Account, UsageKey, UserId } from './model.ts'
import type { Loose, OverrideFields, OverrideItem, OverrideSystem } from './write-model.ts'
import { findSubsection } from './outline.ts'
import { storeOverride } from './override-records.ts'
import { crash } from './refusal.ts'
import { record, type School, tick } from './store.ts'

/** Longest reason, in characters. */
const REASON_LENGTH = 300

/** What became of one item of a bulk update. */
export interface OverrideOutcome {
  /** As sent where it was refused, the resolved id where it was saved. */
  readonly userId: UserId | string | null
  readonly usageKey: UsageKey
  readonly saved: boolean
  /** The server's words; null where it was saved. */
  readonly reason: string | null
}

interface OverrideOptions {
  /** The username that is graded where the item names nobody; without one, whoever writes. */
  readonly standIn?: string | undefined
  /** Through what it comes; absent: the gradebook. */
  readonly system?: OverrideSystem | null | undefined
}

/**
 * Applies one item of a bulk update and recalculates at once. Grades API v1, bulk-update.
 * A field that is absent takes the original value, not that of the override before; a null means the original when
 * grading; an absent comment erases the reason. Values are stored as given: nothing is checked.
 * @throws {Refusal} a crash for what the server does not catch: missing keys, text for a number, a long comment
 */
export function applyOverride(
  school: School,
  course: Course,
  by: Account,
  item: OverrideItem,
  { standIn, system = 'GRADEBOOK' }: OverrideOptions = {},
): OverrideOutcome {
  if (item.userId === undefined || typeof item.usageKey !== 'string' || !item.grade) {
    throw crash('An item of the bulk update lacks a key')
  }
  const { usageKey, grade } = item
  const refused = (reason: string): OverrideOutcome => {
    return { userId: item.userId ?? null, usageKey, saved: false, reason }
  }
  const learner = learnerOf(school, by, item.userId, standIn)
  if (!learner) return refused('User matching query does not exist.')
  if (!enrolmentOf(school, course, learner.id))
    return refused('CourseEnrollment matching query does not exist.')
  if (!isUsageKey(usageKey))
    return refused(`<class 'opaque_keys.edx.locator.BlockUsageLocator'>: ${usageKey}`)
  const place = findSubsection(course, usageKey)
  if (!place) return refused(`usage_key ${usageKey} does not exist in this course.`)

  const { original } = gradeSubsection(school, course, place, learner.id)
  const totals = totalsOf(grade, original)
  const reason = reasonOf(grade)
  const at = tick(school)
  const change = { userId: learner.id, usageKey, totals, reason, system, by: by.id, at }
  storeOverride(school, course, change)
  record(school, {
    kind: 'override',
    courseKey: course.key,
    by: by.id,
    item: { ...item, userId: learner.id },
    ...(system === 'GRADEBOOK' ? {} : { system }),
  })
  return { userId: learner.id, usageKey, saved: true, reason: null }
}

function learnerOf(
  school: School,
  caller: Account,
  sent: Exclude<Loose, undefined>,
  standIn: string | undefined,
): Account | undefined {
  const id = sent === null ? 0 : Math.trunc(numberOf(sent))
  if (id !== 0) return accountById(school, id)
  return standIn ? accountByUsername(school, standIn) : caller
}

function totalsOf(fields: OverrideFields, original: Totals): OverrideTotals {
  return {
    earnedAll: fill(fields.earnedAll, original.earnedAll),
    possibleAll: fill(fields.possibleAll, original.possibleAll),
    earnedGraded: fill(fields.earnedGraded, original.earnedGraded),
    possibleGraded: fill(fields.possibleGraded, original.possibleGraded),
  }
}

/** What is absent is filled in; a null is kept. */
function fill(sent: Loose, original: number): number | null {
  if (sent === undefined) return original
  return sent === null ? null : numberOf(sent)
}

function reasonOf({ comment }: OverrideFields): string | null {
  // Characters, not UTF-16 units: the server counts so.
  if (comment && Array.from(comment).length > REASON_LENGTH)
    throw crash('The comment is too long to be stored')
  return comment ?? null
}

function numberOf(sent: number | string): number {
  const value = typeof sent === 'number' || sent.trim() !== '' ? Number(sent) : Number.NaN
  if (!Number.isFinite(value)) throw crash(`Not a number: ${sent}`)
  return value
}
