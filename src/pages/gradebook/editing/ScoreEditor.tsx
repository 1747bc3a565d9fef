import '#src/i18n/later-messages.ts'
import {
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { useIntl } from 'react-intl'
import type { Exception } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import type { ScoreMode } from '#src/domain/score.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import { pointsText, scoreRefusalWords } from '#src/i18n/score-words.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { isRtl } from '#src/ui/grid/dom.ts'
import type { CellStep } from '#src/ui/grid/grid-props.ts'
import { useToasts } from '#src/ui/toasts.ts'
import { CellNote } from './CellNote.tsx'
import { cellName } from './cell-name.ts'
import field from './ScoreField.module.css'
import type { EditNote, EditSession } from './edit-session.ts'
import { type Entry, readEntry } from './entry.ts'
import { isComposing, isText, stepFor } from './editor-keys.ts'
import { possibleOf, readPossible } from './possible-points.ts'
import { takenWords } from './taken-words.ts'
import { wordsOfColumn } from '#src/i18n/entry-words.ts'

/** Where focus goes when the editor closes: a step on, back to the cell, or where it is already. */
export type EditorExit = CellStep | 'here' | 'elsewhere'

export interface ScoreEditorProps {
  readonly session: EditSession
  readonly gradebook: Gradebook
  readonly scores: ScoreMode
  /** What a cell shows, in words. */
  readonly wordsOf: (cell: CellRef) => string
  /** The accessible name: assignment and learner. */
  readonly name: string
  /** The text was changed: the cell should be in sight, all of it. */
  readonly onTyped: () => void
  /** `taken`: what is in the cell now, in words; null where nothing was entered. */
  readonly onClose: (exit: EditorExit, taken: string | null) => void
}

/**
 * A text field in the place of a cell's text. What it says of itself (a refusal, a question) stands at the cell. Its state
 * is its own: a keystroke draws nothing but this.
 */
export default function ScoreEditor(props: ScoreEditorProps) {
  const { session, gradebook, scores, wordsOf, name, onTyped, onClose } = props
  const intl = useIntl()
  const toasts = useToasts()
  const noteId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(session.text)
  const note = useSyncExternalStore(session.onNote, session.note)
  const [arrowsMove, setArrowsMove] = useState(session.byTyping)
  const cell: CellRef = { learnerId: session.cell.rowKey, subsectionId: session.cell.columnId }
  useLayoutEffect(() => session.attach(input.current), [session])
  useKnownPossible(gradebook, cell)

  const sets = String(gradebook.lms.capabilities.setsGrades)
  const say = (kind: EditNote['kind'], words: string) => {
    const turns = kind === 'reading' ? [] : session.release()
    for (const { cell: to, typed, held } of turns) {
      const lost =
        (typed ?? '') +
        held
          .filter(isText)
          .map(({ key }) => key)
          .join('')
      const where = cellName(gradebook.sheet, { learnerId: to.rowKey, subsectionId: to.columnId })
      if (lost !== '')
        toasts.show({
          text: intl.formatMessage({ id: 'gradebook.editing.notTaken' }, { text: lost, name: where }),
          tone: 'bad',
        })
    }
    session.setNote({ kind, words })
    // A description that changes under the focus is not read out.
    toasts.announce(words)
  }
  const close = (exit: EditorExit, taken: string | null = null) => {
    session.end()
    onClose(exit, taken)
  }
  const stage = (earned: number, exit: EditorExit, exception?: Exception) => {
    const will = { earned, possible: null, ...(exception ? { exception } : {}) }
    const change = { ...cell, was: session.was, will }
    gradebook.edits.dispatch({ type: 'stage', changes: [change] })
    close(exit, takenWords(intl, gradebook, cell, wordsOf(cell)))
  }
  const take = (entry: Entry, exit: EditorExit, isConfirmed: boolean): void => {
    switch (entry.kind) {
      case 'same':
        return close(exit)
      case 'blank':
        toasts.show({ text: intl.formatMessage({ id: 'gradebook.editing.blank' }, { sets }) })
        return close(exit)
      case 'score':
        return stage(entry.earned, exit)
      case 'exception':
        return stage(0, exit, entry.exception)
      case 'ask':
        if (isConfirmed) return stage(entry.earned, exit)
        return say('ask', intl.formatMessage({ id: 'gradebook.editing.ask' }, inPoints(entry)))
      case 'refused':
        return say('refused', scoreRefusalWords(intl, entry.refusal))
      case 'read-first':
        return readFirst(entry.earned, exit)
    }
  }
  const inPoints = (entry: { readonly earned: number; readonly possible: number }) => ({
    earned: pointsText(intl, entry.earned),
    possible: pointsText(intl, entry.possible),
  })
  const entryOf = (possible: number | null) =>
    readEntry(session, {
      ...wordsOfColumn(intl, gradebook, cell.subsectionId),
      mode: scores,
      decimal: decimalOf(intl.locale),
      possible,
    })
  const readFirst = (earned: number | null, exit: EditorExit) => {
    if (typeof exit === 'object') session.await(exit)
    say('reading', intl.formatMessage({ id: 'gradebook.editing.reading' }))
    readPossible(gradebook, cell).then(
      (possible) => {
        if (session.isOver) return undefined
        session.setNote(null)
        if (possible === null) return say('refused', intl.formatMessage({ id: 'refusal.notAvailable' }))
        return take(entryOf(possible), session.hasFocus ? exit : 'elsewhere', false)
      },
      (error: unknown) => {
        if (session.isOver) return
        // Points need no maximum: only the question about extra credit cannot be asked.
        if (earned !== null) return stage(earned, session.hasFocus ? exit : 'elsewhere')
        const { title } = errorWords(intl, error)
        say('refused', intl.formatMessage({ id: 'gradebook.editing.notTold' }, { title }))
      },
    )
  }
  const commit = (exit: EditorExit, isConfirmed: boolean) => {
    if (session.isOver || note?.kind === 'reading') return
    take(entryOf(possibleOf(gradebook, cell)), exit, isConfirmed && note?.kind === 'ask')
  }

  const commitAwaited = useEffectEvent(() => {
    if (session.awaited) commit(session.awaited, false)
  })
  useEffect(() => {
    const timer = setTimeout(commitAwaited)
    return () => clearTimeout(timer)
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') return close('here')
    if (session.awaited) {
      event.preventDefault()
      return session.hold(event)
    }
    if (event.key === 'F2') setArrowsMove(false)
    const step = stepFor(event, arrowsMove, isRtl(event.currentTarget))
    if (!step) return
    event.preventDefault()
    commit(step, event.key === 'Enter' || event.key === 'Tab')
  }
  return (
    <>
      <input
        ref={input}
        className={field['field']}
        aria-label={name}
        aria-describedby={note ? noteId : undefined}
        aria-invalid={note?.kind === 'refused' ? true : undefined}
        inputMode="decimal"
        enterKeyHint="next"
        autoComplete="off"
        spellCheck={false}
        value={text}
        readOnly={note?.kind === 'reading'}
        onChange={({ target }) => {
          session.keep(target.value)
          setText(target.value)
          session.setNote(null)
          onTyped()
        }}
        onKeyDown={onKeyDown}
        onBlur={({ currentTarget }) => {
          // The whole window has lost focus: the person will be back.
          if (document.activeElement === currentTarget) return
          session.leave()
          commit('elsewhere', false)
        }}
      />
      {note ? (
        <CellNote
          id={noteId}
          tone={note.kind}
          action={
            note.kind === 'ask'
              ? {
                  label: intl.formatMessage({ id: 'gradebook.editing.meant' }),
                  onPress: () => commit(session.hasFocus ? { rows: 1, columns: 0 } : 'elsewhere', true),
                }
              : null
          }
        >
          {note.words}
        </CellNote>
      ) : null}
    </>
  )
}

/** Begins to read early what a commit will need, so that nobody waits for it then. */
function useKnownPossible(gradebook: Gradebook, { learnerId, subsectionId }: CellRef): void {
  useEffect(() => {
    const cell = { learnerId, subsectionId }
    // A failure is told when it matters: the commit reads again.
    if (possibleOf(gradebook, cell) === null) readPossible(gradebook, cell).catch(() => {})
  }, [gradebook, learnerId, subsectionId])
}
