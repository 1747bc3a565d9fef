import { type DragEvent, type ReactNode, Suspense, lazy, useEffect, useEffectEvent, useState } from 'react'
import { useIntl } from 'react-intl'
import type { Assignment, GradingInfo } from '#src/domain/course.ts'
import { lms } from '#src/lms/connect.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { useToasts } from '#src/ui/toasts.ts'

const loadDialog = () => import('./PasteDialog.tsx')
/** The part of the dialog that tells a table from a block. */
const loadIsTable = () => import('./is-table.ts')
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
  /**
   * Opens the dialog with a pasted text if that is a table which names its learners; tells whether it is.
   * @throws where what would tell could not be loaded
   */
  readonly takesTable: (text: string) => Promise<boolean>
  /** Why nothing can be pasted. */
  readonly unavailable: string | null
  /** Belongs on the element around the table. */
  readonly zone: Readonly<Record<`on${string}`, unknown>> & { readonly 'data-drop': string | undefined }
  readonly dialog: ReactNode
}

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
  const takesTable = async (text: string) => {
    // A single score or one column of them needs nothing to be loaded.
    if (!/[\t,;]/.test(text)) return false
    const { isTable } = await loadIsTable()
    if (!isTable(text, { gradebook, assignments, locale: intl.locale })) return false
    take({ kind: 'text', text })
    return true
  }
  const onElsewhere = useEffectEvent(async (text: string) => {
    if (await takesTable(text).catch(() => false)) return
    toasts.show({ text: intl.formatMessage({ id: 'gradebook.pasting.noCell' }) })
  })
  useEffect(() => {
    // Nothing has the focus, or a header: nothing says where a block shall go, a table says it itself.
    const onPaste = ({ target, clipboardData }: globalThis.ClipboardEvent) => {
      const text = clipboardData?.getData('text/plain').trim()
      const isElsewhere =
        target === document.body ||
        (target instanceof Element && target.matches('[role=grid] [role=columnheader]'))
      if (isElsewhere && text) void onElsewhere(text)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
  const zone = {
    // A failure shows when something is pasted.
    onFocusCapture: () => void loadIsTable().catch(() => undefined),
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
    takesTable,
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
