import { type ClipboardEvent, useEffect } from 'react'
import { useIntl } from 'react-intl'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { useToasts } from '#src/ui/toasts.ts'
import type { CellReader, SelectedCells } from './selected-cells.ts'

const load = () => import('./copied-text.ts')
/** Once it is there; a copy command wants its text at once. */
let copiedText: Awaited<ReturnType<typeof load>>['copiedText'] | null = null
/** Milliseconds after the table: whatever the first picture needs comes before. */
const LATER = 1000

/** Copies cells for a spreadsheet: by the browser's own copy command, or with usernames and headers. */
export function useCopying(
  cellsNow: () => SelectedCells | null,
  reader: CellReader,
): {
  readonly onCopy: (event: ClipboardEvent) => void
  readonly copyTable: () => void
  /** The same as the browser's own command, for a menu. */
  readonly copyCells: () => void
} {
  const intl = useIntl()
  const toasts = useToasts()
  const decimal = decimalOf(intl.locale)
  useEffect(() => {
    const prepare = () => load().then((loaded) => (copiedText = loaded.copiedText))
    // A failure shows when something is copied.
    const timer = setTimeout(() => void prepare().catch(() => undefined), LATER)
    return () => clearTimeout(timer)
  }, [])
  const tell = ({ top, bottom, columns }: SelectedCells) =>
    toasts.show({
      text: intl.formatMessage(
        { id: 'gradebook.selection.copied' },
        { count: (bottom - top + 1) * columns.length },
      ),
    })
  const write = async (cells: SelectedCells, withNames: boolean) => {
    try {
      const loaded = await load()
      await navigator.clipboard.writeText(loaded.copiedText(cells, reader, { decimal, withNames }))
      tell(cells)
    } catch {
      toasts.show({ text: intl.formatMessage({ id: 'gradebook.selection.notCopied' }), tone: 'bad' })
    }
  }
  const copy = (withNames: boolean) => {
    const cells = cellsNow()
    if (cells) void write(cells, withNames)
  }
  return {
    onCopy: (event) => {
      if (!isOnCell(event)) return
      const cells = cellsNow()
      if (!cells) return
      event.preventDefault()
      if (!copiedText) return void write(cells, false)
      event.clipboardData.setData('text/plain', copiedText(cells, reader, { decimal, withNames: false }))
      tell(cells)
    },
    copyTable: () => copy(true),
    copyCells: () => copy(false),
  }
}

/** Tells copying and pasting of cells from that of text that is being edited, or marked elsewhere: the browser's own. */
export function isOnCell({ target }: ClipboardEvent): boolean {
  return target instanceof Element && target.matches('[role=gridcell], [role=rowheader]')
}
