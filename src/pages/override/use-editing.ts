import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { useIntl } from 'react-intl'
import { type Will, factsOfCell, factsOfSubsection } from '#src/domain/conflict.ts'
import type { SubsectionGrade } from '#src/domain/course.ts'
import { type CellRef, type Edit, cellKey } from '#src/domain/edits-state.ts'
import { charactersLeft } from '#src/domain/reason.ts'
import { entryWords } from '#src/i18n/entry-words.ts'
import type { GradebookOutlet } from '#src/lms/gradebook-outlet.ts'
import { BLANK, type Draft, type Wish, wishOf } from './draft.ts'
import { draftOf, isSettledBy } from './draft-of-edit.ts'
import { keepDraft, keptDraft } from './kept-text.ts'
import { catchUp, readUnknown, saveCell } from './save-cell.ts'
import { type About, keptWords } from './saved-words.ts'
import { useEdit } from './use-edit.ts'
import type { SheetRow } from './use-row.ts'
import { type NotSaved, useSaving } from './use-saving.ts'

export interface EditingOptions extends About {
  readonly outlet: GradebookOutlet
  readonly cell: CellRef
  readonly row: SheetRow
  /** Undefined while it is being read. */
  readonly grade: SubsectionGrade | undefined
  readonly isLocked: boolean
  /** Hears what became of text that was typed and not saved when one leaves the cell; null: there was none. */
  readonly onLeave: (words: string | null) => void
}

/** A new score on its way from the fields to the server. */
export interface Editing {
  readonly draft: Draft
  readonly wish: Wish
  /** What is wrong with the score is said once one has asked to save it. */
  readonly isChecked: boolean
  /** Characters of the reason that are left; negative: too many. */
  readonly reasonLeft: number
  /** The change of this cell that the store holds; null where there is none. */
  readonly edit: Edit | null
  readonly isSaving: boolean
  readonly failure: NotSaved | null
  /** False while nothing is known that a change could start from. */
  readonly canSave: boolean
  readonly change: (part: Partial<Draft>) => void
  /** Saves; gives the field that stands in the way, or null. */
  readonly submit: () => 'score' | 'confirm' | 'reason' | null
  readonly discard: () => void
  readonly readAgain: () => void
  readonly takeTheirs: () => void
  readonly keepMine: () => void
}

/** Holds what is typed for a cell, stages it, saves it. What is typed and not saved outlives the editor. */
export function useEditing(options: EditingOptions): Editing {
  const { outlet, cell, learner, assignment, possible, row, grade, isLocked, onLeave } = options
  const intl = useIntl()
  const { gradebook } = outlet
  const store = gradebook.edits
  const { edit, isInFlight } = useEdit(store, cell)
  const saving = useSaving({ outlet, cell, learner, assignment, possible })
  const isSaving = saving.isSaving || isInFlight

  const [draft, setDraft] = useState(() => keptDraft(store, cell) ?? draftOf(intl, edit))
  const [checked, setChecked] = useState<string | null>(null)
  const words = entryWords(intl, gradebook.lms.capabilities.exceptions, assignment.scale)
  const wish = wishOf(draft, { ...words, decimal: decimalOf(intl.locale), possible })
  const reasonLeft = charactersLeft(draft.reason, gradebook.lms.capabilities.reasonLength)

  const [followed, setFollowed] = useState(edit)
  if (edit !== followed && !isSaving) {
    // Undone, or changed in the grid: the fields follow, unless something else has been typed into them.
    setFollowed(edit)
    if (isSettledBy(draft, wish, followed)) setDraft(draftOf(intl, edit))
  }

  const stage = (will: Will) => {
    const was = grade ? factsOfSubsection(grade) : factsOfCell(row.cell)
    const seen = grade !== undefined
    store.dispatch({ type: 'stage', changes: [{ ...cell, was, will, reason: draft.reason, seen }] })
  }

  const leave = useEffectEvent(() => {
    if (saving.isTakenCareOf()) return
    // Whoever has only asked what clearing means has not decided anything.
    const isAsking = draft.clears && edit?.will !== null
    const typed = { ...draft, clears: draft.clears && !isAsking }
    const isBlank =
      typed.text.trim() === '' && typed.reason.trim() === '' && !typed.clears && typed.exception === null
    keepDraft(store, cell, null)
    if (isBlank || isLocked || (!isAsking && isSettledBy(draft, wish, edit))) return onLeave(null)
    if (!isAsking && wish.kind === 'will' && reasonLeft >= 0) {
      stage(wish.will)
      const isStaged = store.state().edits.has(cellKey(cell))
      return onLeave(isStaged ? keptWords(intl, options, wish.will) : null)
    }
    keepDraft(store, cell, typed)
    onLeave(keptWords(intl, options, undefined))
  })
  useEffect(() => () => leave(), [])

  return {
    draft,
    wish,
    isChecked: checked === draft.text,
    reasonLeft,
    edit,
    isSaving,
    failure: saving.failure,
    canSave: grade !== undefined || (row.cell !== null && possible !== null),
    change: (part) =>
      setDraft((before) => ({
        ...before,
        extraCredit: part.text === undefined && before.extraCredit,
        ...part,
      })),
    submit: () => {
      if (edit?.status.kind === 'unknown') {
        saving.start(readUnknown)
        return null
      }
      setChecked(draft.text)
      if (wish.kind === 'ask') return 'confirm'
      if (wish.kind !== 'will') return 'score'
      if (reasonLeft < 0) return 'reason'
      if (isSaving) return null
      stage(wish.will)
      saving.start(saveCell)
      return null
    },
    discard: () => {
      store.dispatch({ type: 'discard', cells: [cell] })
      keepDraft(store, cell, null)
      setDraft(BLANK)
    },
    readAgain: () => saving.start(readUnknown),
    takeTheirs: () => {
      store.dispatch({ type: 'take-theirs', cells: [cell] })
      setDraft(BLANK)
      void catchUp({ gradebook, cell, username: learner.username })
    },
    keepMine: () => {
      store.dispatch({ type: 'keep-mine', cells: [cell] })
      saving.start(saveCell)
    },
  }
}
