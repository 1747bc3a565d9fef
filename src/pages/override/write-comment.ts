import type { GradeComment } from '#src/domain/course.ts'
import { LmsError } from '#src/lms/errors.ts'

/** What became of a comment. `notArrived`: no answer came, and it is as it was. */
export type CommentOutcome = 'saved' | 'notArrived' | 'unknown' | LmsError

export const NO_COMMENT: GradeComment = { text: '', isShown: false }

/** Tells whether both say the same to the same people; an empty one is none, whoever might read it. */
export function sameComment(a: GradeComment, b: GradeComment): boolean {
  if (a.text.trim() === '' && b.text.trim() === '') return a.text === b.text
  return a.text === b.text && a.isShown === b.isShown
}

/** Saves a comment; where no answer comes, reads what became of it. Never rejects with anything but a programming error. */
export async function writeComment(
  comment: GradeComment,
  save: (comment: GradeComment) => Promise<void>,
  read: () => Promise<GradeComment | null>,
): Promise<CommentOutcome> {
  try {
    await save(comment)
  } catch (error) {
    if (!(error instanceof LmsError)) throw error
    if (error.details.outcome !== 'unknown') return error
    return lookAgain(comment, read)
  }
  // What stands there now is read for the page; that it was saved is certain.
  await read().catch(() => null)
  return 'saved'
}

async function lookAgain(
  comment: GradeComment,
  read: () => Promise<GradeComment | null>,
): Promise<CommentOutcome> {
  try {
    const now = (await read()) ?? NO_COMMENT
    return sameComment(now, comment) ? 'saved' : 'notArrived'
  } catch {
    return 'unknown'
  }
}
