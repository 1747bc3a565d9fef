import { factsOfSubsection, inForce } from '#src/domain/conflict.ts'
import type { Change } from '#src/domain/edits-staging.ts'
import { type CellRef, cellKey } from '#src/domain/edits-state.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import type { EditStore } from '#src/lms/edit-store.ts'
import { inParallel } from '#src/lms/in-parallel.ts'
import { q, queryClient } from '#src/lms/query.ts'
import { type GridWork, selectedScores } from './grid-work.ts'
import { stageAll } from './stage-all.ts'

/** Each cell has to be read by itself. */
const MOST = 200

/** Stores whose cells are being read: a key that is held down asks once. */
const busy = new WeakSet<EditStore>()

/**
 * Stages that the overrides of the selected cells go. Only the subsection tells whether there is one, so it is read first;
 * where there is none nothing is staged, and a change that was staged is taken back.
 */
export async function clearOverrides(work: GridWork): Promise<void> {
  const { intl, toasts, gradebook, target, shown } = work
  const { edits, sheet, courseId } = gradebook
  const selected = target ? selectedScores(target, sheet) : []
  const isStaged = (cell: CellRef) => edits.state().edits.has(cellKey(cell))
  // What nobody has attempted has no override.
  const cells = selected.filter((cell) => shown(cell)?.attempted === true || isStaged(cell))
  if (cells.length === 0) return toasts.show({ text: intl.formatMessage({ id: 'gradebook.clear.blank' }) })
  if (cells.length > MOST) {
    return toasts.show({ text: intl.formatMessage({ id: 'gradebook.clear.tooMany' }, { most: MOST }) })
  }
  if (busy.has(edits)) return
  busy.add(edits)
  toasts.announce(intl.formatMessage({ id: 'gradebook.clear.reading' }, { count: cells.length }))

  const changes: Change[] = []
  const without: CellRef[] = []
  const failures: unknown[] = []
  const readOne = async (cell: CellRef) => {
    const { learnerId, subsectionId } = cell
    try {
      const grade = await queryClient.fetchQuery(q('subsectionGrade', { courseId, learnerId, subsectionId }))
      const isOverridden = grade.available && inForce(grade.override)
      sheet.markOverridden(learnerId, subsectionId, isOverridden)
      if (isOverridden) changes.push({ learnerId, subsectionId, was: factsOfSubsection(grade), will: null })
      else without.push(cell)
    } catch (error) {
      failures.push(error)
    }
  }
  await inParallel(cells, readOne)
  busy.delete(edits)

  const cleared = stageAll(edits, changes)
  const back = without.filter(isStaged)
  edits.dispatch({ type: 'discard', cells: back })
  const [failure] = failures
  toasts.show({
    text: intl
      .formatMessage(
        { id: 'gradebook.clear.done' },
        {
          cleared,
          back: back.length,
          without: without.length - back.length,
          failed: failures.length,
          title: failure === undefined ? '' : errorWords(intl, failure).title,
        },
      )
      .trim(),
    tone: failure === undefined ? 'plain' : 'bad',
  })
}
