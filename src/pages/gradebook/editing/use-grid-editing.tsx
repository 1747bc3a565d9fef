import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { GridEditing, GridHandle } from '#src/ui/grid/grid-props.ts'
import type { CellAddress } from '#src/ui/grid/source.ts'
import { useToasts } from '#src/ui/toasts.ts'
import type { EditorExit, ScoreEditorProps } from './ScoreEditor.tsx'
import { WaitingField } from './WaitingField.tsx'
import { cellName } from './cell-name.ts'
import { EditSession, type Turn } from './edit-session.ts'
import { type Press, isText } from './editor-keys.ts'
import { cellLock } from './lock.ts'

/** Milliseconds after which the editor is loaded, before anybody has asked for it: the first picture stands by then. */
const SOON = 1500

async function load(): Promise<{ readonly Editor: ComponentType<ScoreEditorProps> }> {
  const { default: Editor } = await import('./ScoreEditor.tsx')
  return { Editor }
}

const OPENING: Press = { key: 'F2', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }

interface GridEditingOptions extends Pick<ScoreEditorProps, 'gradebook' | 'scores' | 'wordsOf'> {
  readonly info: GradingInfo
  readonly grid: RefObject<GridHandle | null>
  /** What a cell shows, as one would type it. */
  readonly textOf: (cell: CellAddress) => string
}

/** Edits one cell at a time in its place in the grid. The editor is a chunk of its own; nothing typed waits for it. */
export function useGridEditing({ info, grid, textOf, ...options }: GridEditingOptions): {
  readonly editing: GridEditing | null
  /** Opens the editor of a cell, or says why not. `typed` replaces what the cell holds. */
  readonly edit: (cell: CellAddress, typed: string | null) => void
} {
  const { gradebook } = options
  const intl = useIntl()
  const toasts = useToasts()
  const [session, setSession] = useState<EditSession | null>(null)
  const [editor, setEditor] = useState<{ readonly Editor: ComponentType<ScoreEditorProps> } | null>(null)
  const told = useRef('')

  useEffect(() => {
    // Failing here is nobody's concern: it is tried again when the editor is wanted.
    const timer = setTimeout(() => void load().then(setEditor, () => {}), SOON)
    return () => clearTimeout(timer)
  }, [])

  const close = (exit: EditorExit, taken: string | null) => {
    setSession(null)
    if (!session) return
    if (session.turns.length > 0) {
      tell(taken)
      return goOn(session, exit)
    }
    if (exit === 'here') return void grid.current?.focusCell(session.cell)
    if (exit === 'elsewhere') return tell(taken)
    const next = grid.current?.step(exit)
    const isEdge = next?.rowKey === session.cell.rowKey && next.columnId === session.cell.columnId
    // At the edge focus goes back to the cell, whose name says it.
    if (isEdge) return
    tell(taken)
    if (next) setSession(following(next, session.held))
  }
  const tell = (words: string | null) => {
    if (words !== null) toasts.announce(words)
  }

  /** Goes on with keys that were pressed before the cell could be reached. */
  const following = (cell: CellAddress, held: readonly Press[]): EditSession | null => {
    const from = held.findIndex((press) => isText(press) || press.key === 'Enter' || press.key === 'F2')
    const first = held[from]
    if (!first || cellLock(intl, info, gradebook, cell) !== null) return null
    const next = begin(cell, isText(first) ? '' : null)
    next.replay(held.slice(from))
    return next
  }

  /** Takes up what was typed elsewhere while the commit waited: in the next cell first, then where the person went. */
  const goOn = ({ cell, held, turns }: EditSession, exit: EditorExit) => {
    grid.current?.focusCell(cell)
    const stepped = typeof exit === 'object' && held.length > 0 ? grid.current?.step(exit) : null
    const next = stepped ? following(stepped, held) : null
    if (next) next.follow(turns)
    setSession(next ?? turned(turns))
  }

  const turned = ([turn, ...rest]: readonly Turn[]): EditSession | null => {
    if (!turn) return null
    const { cell, typed, held } = turn
    grid.current?.focusCell(cell)
    const lock = cellLock(intl, info, gradebook, cell)
    if (lock !== null) {
      toasts.show({ text: lock })
      return turned(rest)
    }
    const next = begin(cell, typed)
    // Where no key began it, one has opened it.
    next.replay(typed === null ? [OPENING, ...held] : held)
    next.follow(rest)
    return next
  }

  const begin = (cell: CellAddress, typed: string | null) => {
    const was = gradebook.factsOf({ learnerId: cell.rowKey, subsectionId: cell.columnId })
    return new EditSession(cell, was, textOf(cell), typed)
  }

  /** Refused text must not get lost for another cell: its editor takes the focus. False where it can no longer be shown. */
  const returnTo = (open: EditSession): boolean => {
    if (grid.current?.scrollTo(open.cell) !== true) return false
    open.focus()
    return true
  }

  const edit = (cell: CellAddress, typed: string | null) => {
    if (session && !session.isOver) {
      const waits = !editor || session.awaited !== null || session.note()?.kind === 'reading'
      if (waits) session.turnTo(cell, typed)
      if (returnTo(session)) return
      const name = nameOf(gradebook, session.cell)
      toasts.show({
        text: intl.formatMessage({ id: 'gradebook.editing.lost' }, { text: session.text, name }),
        tone: 'bad',
      })
    }
    const lock = cellLock(intl, info, gradebook, cell)
    if (lock !== null) {
      // Once for a cell: every key of a word would say it again.
      const key = `${cell.rowKey} ${cell.columnId}`
      if (told.current !== key) toasts.show({ text: lock })
      told.current = key
      return
    }
    told.current = ''
    setSession(begin(cell, typed))
    // The table may have been scrolled away from its active cell.
    grid.current?.scrollTo(cell)
    if (editor) return
    load().then(setEditor, () =>
      toasts.show({ text: intl.formatMessage({ id: 'gradebook.editing.notLoaded' }), tone: 'bad' }),
    )
  }

  const name = session ? nameOf(gradebook, session.cell) : ''
  const field =
    session &&
    (editor ? (
      <editor.Editor
        key={session.key}
        session={session}
        {...options}
        name={name}
        onTyped={() => void grid.current?.scrollTo(session.cell)}
        onClose={close}
      />
    ) : (
      <WaitingField key={session.key} session={session} name={name} onEscape={() => close('here', null)} />
    ))
  return { editing: session && { ...session.cell, editor: field }, edit }
}

function nameOf({ sheet }: Gradebook, { rowKey, columnId }: CellAddress): string {
  return cellName(sheet, { learnerId: rowKey, subsectionId: columnId })
}
