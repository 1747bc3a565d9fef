import {
  type ClipboardEvent,
  type DragEvent,
  type ReactNode,
  Suspense,
  lazy,
  useEffect,
  useEffectEvent,
  useState,
} from 'react'
import { useIntl } from 'react-intl'
import type { Assignment, GradingInfo } from '#src/domain/course.ts'
import { lms } from '#src/lms/connect.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { useToasts } from '#src/ui/toasts.ts'

const loadDialog = () => import('./PasteDialog.tsx')
const PasteDialog = lazy(loadDialog)

/** With what the dialog opens; null: with what was left in it. */
export type PasteSource =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | null

export interface Pasting {
  readonly open: () => void
  /** Downloads the dialog before it is wanted. */
  readonly prepare: () => void
  /** Why nothing can be pasted. */
  readonly unavailable: string | null
  /** Belongs on the element around the table. */
  readonly zone: Readonly<Record<`on${string}`, unknown>> & { readonly 'data-drop': string | undefined }
  readonly dialog: ReactNode
}

/** The part of the dialog that tells a table from a block, there once the table has had the focus. */
let isTable: typeof import('./is-table.ts').isTable | null = null

/** Opens the paste dialog: on demand, for a file dropped on the table, and for a pasted table that names its learners. */
export function usePasting(
  gradebook: Gradebook,
  assignments: readonly Assignment[],
  info: GradingInfo,
): Pasting {
  const intl = useIntl()
  const toasts = useToasts()
  const [source, setSource] = useState<{ readonly from: PasteSource } | null>(null)
  const [isOver, setOver] = useState(false)
  const isReadOnly = lms().saveOverrides === undefined
  const unavailable =
    info.frozen || isReadOnly
      ? intl.formatMessage({ id: info.frozen ? 'gradebook.pasting.frozen' : 'gradebook.pasting.readOnly' })
      : null
  const take = (from: PasteSource) => {
    if (unavailable === null) setSource({ from })
    else toasts.show({ text: unavailable, tone: 'bad' })
  }
  const onElsewhere = useEffectEvent(async (text: string) => {
    const loaded = await import('./is-table.ts').catch(() => null)
    if (loaded?.isTable(text, { gradebook, assignments, locale: intl.locale })) take({ kind: 'text', text })
    else toasts.show({ text: intl.formatMessage({ id: 'gradebook.pasting.noCell' }) })
  })
  useEffect(() => {
    // Pasted before anything had the focus: nothing says where a block shall go, a table says it itself.
    const onPaste = ({ target, clipboardData }: globalThis.ClipboardEvent) => {
      const text = clipboardData?.getData('text/plain').trim()
      if (target === document.body && text) void onElsewhere(text)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
  const zone = {
    onFocusCapture: () => {
      if (!isTable) void import('./is-table.ts').then((loaded) => (isTable = loaded.isTable)).catch(() => {})
    },
    onPasteCapture: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain')
      const isCell = event.target instanceof Element && event.target.matches('[role=grid] [role]')
      if (!isCell || !isTable?.(text, { gradebook, assignments, locale: intl.locale })) return
      event.preventDefault()
      // A block of scores would be pasted at the cell.
      event.stopPropagation()
      take({ kind: 'text', text })
    },
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = unavailable === null ? 'copy' : 'none'
      setOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) {
        setOver(false)
      }
    },
    onDrop: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setOver(false)
      take({ kind: 'files', files: [...event.dataTransfer.files] })
    },
    'data-drop': isOver ? (unavailable ?? intl.formatMessage({ id: 'gradebook.pasting.drop' })) : undefined,
  }
  return {
    open: () => take(null),
    // A failure shows when it is opened.
    prepare: () => void loadDialog().catch(() => undefined),
    unavailable,
    zone,
    dialog: source ? (
      <Suspense fallback={null}>
        <PasteDialog
          gradebook={gradebook}
          assignments={assignments}
          source={source.from}
          onClose={() => setSource(null)}
        />
      </Suspense>
    ) : null,
  }
}
