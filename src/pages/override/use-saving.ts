import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Assignment, Learner } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import type { GradebookOutlet } from '#src/lms/gradebook-outlet.ts'
import { useNow } from '#src/ui/now.ts'
import { useToasts } from '#src/ui/toasts.ts'
import { keepDraft, rememberReason } from './kept-text.ts'
import { type SaveOptions, type SaveResult, catchUp } from './save-cell.ts'
import { notSavedWords, savedWords } from './saved-words.ts'

export type NotSaved = Extract<SaveResult, { kind: 'not-saved' }>

/** What is to be done with the cell; never rejects. */
type Work = (options: SaveOptions) => Promise<SaveResult>

export interface Saving {
  /** A request of this editor is on its way, or the new total is being read. */
  readonly isSaving: boolean
  /** Why the last try came to nothing; null after any other end. */
  readonly failure: NotSaved | null
  /** Does the work unless some is being done: a second press sends nothing. */
  readonly start: (work: Work) => void
  /** True while work goes on, and once it has been saved: what is typed is taken care of. */
  readonly isTakenCareOf: () => boolean
}

interface SavingOptions {
  readonly outlet: GradebookOutlet
  readonly cell: CellRef
  readonly learner: Learner
  readonly assignment: Assignment
  /** Points to be had; null while they are not known. */
  readonly possible: number | null
}

/** Saves a cell, says what came of it, and closes the editor where it is saved. Goes on when the editor has moved away. */
export function useSaving({ outlet, cell, learner, assignment, possible }: SavingOptions): Saving {
  const intl = useIntl()
  const toaster = useToasts()
  const now = useNow()
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<NotSaved | null>(null)
  const state = useRef<'none' | 'going' | 'saved'>('none')
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const { gradebook } = outlet
  const about = { learner, assignment, possible }

  const succeeded = (result: Extract<SaveResult, { kind: 'saved' | 'unneeded' }>) => {
    if (result.kind === 'saved') rememberReason(gradebook.edits, result.edit.reason)
    keepDraft(gradebook.edits, cell, null)
    const isStale = result.kind === 'saved' && !result.totalRead
    const isRace = result.kind === 'saved' && result.race !== null
    toaster.show({
      text: savedWords(intl, result, about),
      tone: isRace ? 'bad' : 'good',
      action: isStale
        ? {
            label: intl.formatMessage({ id: 'override.saved.readAgain' }),
            onPress: () => void catchUp({ gradebook, cell, username: learner.username }),
          }
        : undefined,
    })
    if (isHere.current) outlet.close(cell)
  }

  const run = async (work: Work) => {
    state.current = 'going'
    setSaving(true)
    setFailure(null)
    const username = learner.username
    const result = await work({ gradebook, cell, username, now: () => now().getTime() })
    const isDone = result.kind === 'saved' || result.kind === 'unneeded'
    state.current = isDone ? 'saved' : 'none'
    // What is saved stays so until the editor has closed: a late press sends nothing.
    if (isDone) return succeeded(result)
    setSaving(false)
    if (!isHere.current) toaster.show({ text: notSavedWords(intl, about), tone: 'bad' })
    else if (result.kind === 'not-saved') setFailure(result)
  }

  return {
    isSaving,
    failure,
    start: (work) => {
      if (state.current === 'none') void run(work)
    },
    isTakenCareOf: () => state.current !== 'none',
  }
}
