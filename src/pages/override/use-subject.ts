import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { Assignment, GradingInfo, Learner } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import type { LmsError } from '#src/lms/errors.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { q } from '#src/lms/query.ts'
import { type SheetRow, useRow } from './use-row.ts'

/** Whose grade in what the panel is about. */
export interface Subject {
  readonly row: SheetRow
  /** Null while nobody has told. */
  readonly learner: Learner | null
  readonly assignment: Assignment | null
  /** Why there is nothing to show. */
  readonly problem: 'no-learner' | 'no-subsection' | LmsError | null
  /** Why the gradebook is closed to the viewer, although a single grade may still be read. */
  readonly closed: LmsError | null
  readonly retry: () => void
}

/** Follows learner and assignment of a cell. A learner whom the sheet does not hold (yet) is asked for by id. */
export function useSubject(gradebook: Gradebook, info: GradingInfo, cell: CellRef): Subject {
  const { courseId, sheet, loader } = gradebook
  const { learnerId, subsectionId } = cell
  const row = useRow(sheet, cell)
  const { error: listError } = useSyncExternalStore(loader.changes.subscribe, loader.state)
  const isMissing = row.learner === null

  const name = useQuery({ ...q('usernameOf', { courseId, learnerId }), enabled: isMissing })
  const username = name.data ?? null
  const single = useQuery({
    ...q('learnerGrades', { courseId, username: username ?? '' }),
    enabled: isMissing && username !== null,
  })
  const chunk = single.isFetching ? undefined : single.data
  useEffect(() => {
    if (isMissing && chunk) sheet.apply(chunk)
  }, [isMissing, chunk, sheet])

  const outlined = info.subsections.find(({ id, graded }) => graded && id === subsectionId)
  const assignment = row.column ?? outlined ?? null
  const error = isMissing ? asLmsError(name.error ?? single.error) : null
  const closed = [error, listError].find(isClosed) ?? null
  const problem = () => {
    // All rows have the same columns: one that has arrived without this one says that there is none.
    if (!isMissing) return assignment ? null : 'no-subsection'
    if (name.data === null) return 'no-learner'
    return closed ? null : error
  }
  return {
    row,
    learner: row.learner ?? (closed && username !== null ? nameless(learnerId, username) : null),
    assignment,
    problem: problem(),
    closed,
    retry: () => void (name.error ? name.refetch() : single.refetch()),
  }
}

/** The one who is known by nothing but a username: the gradebook does not tell more. */
function nameless(id: string, username: string): Learner {
  return { id, username, name: null, email: null, studentKey: null }
}

/** Refused to the viewer; that the learner is not enrolled is another matter. */
function isClosed(error: LmsError | null): error is LmsError {
  return error?.kind === 'forbidden' && error.details.reason !== 'not-enrolled'
}

/** Queries reject with nothing else. */
function asLmsError(error: Error | null): LmsError | null {
  return error as LmsError | null
}
