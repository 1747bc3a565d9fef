import type { IntlShape } from 'react-intl'
import type { Will } from '#src/domain/conflict.ts'
import type { Assignment, Learner } from '#src/domain/course.ts'
import { displayName } from '#src/domain/view.ts'
import { exceptionText } from '#src/i18n/exception-text.ts'
import { lms } from '#src/lms/connect.ts'
import type { SaveResult } from './save-cell.ts'
import { scoreText } from './score-text.ts'

/** Which cell a message is about. */
export interface About {
  readonly learner: Learner
  readonly assignment: Assignment
  /** Points to be had; null where they are not known. */
  readonly possible: number | null
}

/** Gives what a change makes of a cell: `9.5 of 10`, or `no override`. */
export function willText(intl: IntlShape, will: Will, possible: number | null): string {
  if (!will) return intl.formatMessage({ id: 'override.noOverride' }, { sets: setsGrades() })
  if (will.exception) return exceptionText(intl, will.exception)
  return scoreText(intl, will.earned, will.possible ?? possible)
}

/** Gives what was saved, and what went wrong around it. */
export function savedWords(
  intl: IntlShape,
  result: Extract<SaveResult, { kind: 'saved' | 'unneeded' }>,
  about: About,
): string {
  const names = namesOf(about)
  if (result.kind === 'unneeded') return intl.formatMessage({ id: 'override.saved.unneeded' }, names)
  const { edit, race, answered, totalRead } = result
  const values = { ...names, score: willText(intl, edit.will, about.possible), sets: setsGrades() }
  const sentences = [
    answered ? null : intl.formatMessage({ id: 'override.saved.noAnswer' }),
    intl.formatMessage({ id: edit.will ? 'override.saved' : 'override.saved.cleared' }, values),
    totalRead ? null : intl.formatMessage({ id: 'override.saved.totalUnread' }),
    race &&
      intl.formatMessage(
        { id: 'override.saved.race' },
        { by: race.by ?? '', isKnown: String(race.by !== null) },
      ),
  ]
  return sentences.filter(Boolean).join(' ')
}

/** Gives that a change was not saved, for somebody who looks at another cell by now. */
export function notSavedWords(intl: IntlShape, about: About): string {
  return intl.formatMessage({ id: 'override.notSaved.elsewhere' }, namesOf(about))
}

/** Gives that what was typed is kept: as a staged change, or only as text. */
export function keptWords(intl: IntlShape, about: About, will: Will | undefined): string {
  const names = namesOf(about)
  if (will === undefined) return intl.formatMessage({ id: 'override.kept.text' }, names)
  return intl.formatMessage(
    { id: 'override.kept' },
    { ...names, score: willText(intl, will, about.possible) },
  )
}

function setsGrades(): string {
  return String(lms().capabilities.setsGrades)
}

function namesOf({ learner, assignment }: About) {
  return { learner: displayName(learner), assignment: assignment.name }
}
