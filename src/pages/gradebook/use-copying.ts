import type { ClipboardEvent } from 'react'
import { useIntl } from 'react-intl'
import { delimited } from '#src/domain/table-text.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { useToasts } from '#src/ui/toasts.ts'
import { type CellReader, type SelectedCells, selectedTable, selectedTexts } from './selected-cells.ts'

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
  const tell = ({ top, bottom, columns }: SelectedCells) =>
    toasts.show({
      text: intl.formatMessage(
        { id: 'gradebook.selection.copied' },
        { count: (bottom - top + 1) * columns.length },
      ),
    })
  const write = (textsOf: typeof selectedTexts) => {
    const cells = cellsNow()
    if (!cells) return
    navigator.clipboard.writeText(delimited(textsOf(cells, reader, decimal), '\t')).then(
      () => tell(cells),
      () => toasts.show({ text: intl.formatMessage({ id: 'gradebook.selection.notCopied' }), tone: 'bad' }),
    )
  }
  return {
    onCopy: (event) => {
      if (!isOnCell(event)) return
      const cells = cellsNow()
      if (!cells) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', delimited(selectedTexts(cells, reader, decimal), '\t'))
      tell(cells)
    },
    copyTable: () => write(selectedTable),
    copyCells: () => write(selectedTexts),
  }
}

/** Tells copying and pasting of cells from that of text that is being edited, or marked elsewhere: the browser's own. */
export function isOnCell({ target }: ClipboardEvent): boolean {
  return target instanceof Element && target.matches('[role=gridcell], [role=rowheader]')
}
