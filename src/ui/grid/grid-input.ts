import type { KeyboardEvent, MouseEvent } from 'react'
import type { GridColumn } from './columns.ts'
import { type GridCommand, commandFor, gridCommands, keyName, typedBy } from './commands.ts'
import { cellOf, isRtl, placeOfCell } from './dom.ts'
import type { GridProps } from './grid-props.ts'
import { type Bounds, HEADER, type Place, within } from './navigation.ts'
import type { CellAddress } from './source.ts'
import { isMac } from '#src/ui/is-mac.ts'

interface GridInputOptions extends Pick<GridProps, 'onOpen' | 'onEdit' | 'onMenu' | 'onHeaderAction'> {
  /** The far end of the selection, where there is one. */
  readonly head: Place | null
  /** Null where nothing can be selected; without places it takes the selection away. */
  readonly select: ((anchor?: Place, head?: Place, isWhole?: boolean) => void) | null
  /** Tells whether the click that comes ends a drag. */
  readonly wasDrag: () => boolean
  /** Tells whether the click that comes is a tap on what was the active cell already. */
  readonly wasTappedAgain: (cell: HTMLElement) => boolean
  /** Tells whether a long press has opened the menu that the system asks for now. */
  readonly wasLongPress: () => boolean
  readonly columns: readonly GridColumn[]
  readonly commands?: readonly GridCommand[]
  readonly bounds: Bounds
  readonly headRows: number
  readonly place: Place
  readonly go: (place: Place) => void
  /** Null outside the body. */
  readonly addressOf: (place: Place) => CellAddress | null
}

/** Turns keys and clicks, wherever in the grid, into what they mean. One listener for all cells keeps cells cheap. */
export function gridInput(options: GridInputOptions): {
  readonly onClick: (event: MouseEvent<HTMLElement>) => void
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void
  readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void
  /** Asks for the menu of a body cell; false elsewhere. */
  readonly openMenu: (target: EventTarget) => boolean
  readonly onMouseDown: (event: MouseEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
} {
  const { columns, commands = gridCommands, bounds, headRows, place, head, go, select, addressOf } = options
  const activate = (at: Place, cell: HTMLElement) => {
    const address = addressOf(at)
    const header = at.row === HEADER ? columns[at.column] : undefined
    if (address) options.onOpen?.(address, cell)
    else if (header) options.onHeaderAction?.(header.id, cell)
  }
  const edit = (at: Place, cell: HTMLElement, typed: string | null) => {
    const address = addressOf(at)
    if (address) options.onEdit?.(address, cell, typed)
    return address !== null
  }
  const openMenu = (target: EventTarget): boolean => {
    const cell = cellOf(target)
    const at = cell && placeOfCell(cell, headRows, bounds.rowCount)
    const address = at && addressOf(at)
    if (!cell || !address || !options.onMenu || isOwn(target)) return false
    // A menu on a selected cell is for all that is selected, on another one for that.
    if (cell.getAttribute('aria-selected') !== 'true') select?.()
    if (cell !== document.activeElement) go(at)
    options.onMenu(address, cell)
    return true
  }
  return {
    onClick: (event) => {
      const cell = cellOf(event.target)
      const at = cell && placeOfCell(cell, headRows, bounds.rowCount)
      if (!cell || !at || isOwn(event.target) || options.wasDrag()) return
      const isBody = at.row >= 0 && at.row < bounds.rowCount
      if (event.shiftKey && isBody && place.row >= 0) select?.(place, at)
      else if (isPlain(event)) {
        if (isBody) select?.()
        if (options.wasTappedAgain(cell)) edit(at, cell, null)
        else activate(at, cell)
      }
    },
    onDoubleClick: (event) => {
      const cell = cellOf(event.target)
      const at = cell && placeOfCell(cell, headRows, bounds.rowCount)
      if (cell && at && !isOwn(event.target) && !isModified(event)) edit(at, cell, null)
    },
    openMenu,
    onContextMenu: (event) => {
      if (options.wasLongPress() || openMenu(event.target)) event.preventDefault()
    },
    onMouseDown: (event) => {
      // Where the selection began stays the active cell.
      if (select && event.shiftKey && place.row >= 0 && cellOf(event.target)) event.preventDefault()
    },
    onKeyDown: (event) => {
      const { target } = event
      // Keys pressed inside an editor are its own.
      if (!(target instanceof HTMLElement) || cellOf(target) !== target) return
      const command = commandFor(commands, keyName(event, isMac()), place.row)
      if (!command) {
        const typed = typedBy(event)
        // What an input method is about to write comes to the text field by itself.
        if (typed !== null && edit(place, target, typed) && typed !== '') event.preventDefault()
        return
      }
      event.preventDefault()
      command.perform({
        place,
        address: addressOf(place),
        bounds,
        head: head ?? place,
        rightward: isRtl(target) ? -1 : 1,
        go: (to) => {
          select?.()
          go(within(to, bounds))
        },
        select: (anchor, to, isWhole) => select?.(within(anchor, bounds), within(to, bounds), isWhole),
        activate: () => activate(place, target),
        edit: () => edit(place, target, null),
        menu: () => {
          const address = addressOf(place)
          if (address) options.onMenu?.(address, target)
        },
      })
    },
  }
}

/** Neither with a modifier, which will mean something else, nor the end of marking text with the mouse. */
function isPlain(event: MouseEvent): boolean {
  return !isModified(event) && getSelection()?.isCollapsed !== false
}

function isModified({ shiftKey, ctrlKey, metaKey, altKey }: MouseEvent): boolean {
  return shiftKey || ctrlKey || metaKey || altKey
}

/** Whether something in the cell takes the click for itself: its editor, or the edge of a header. */
function isOwn(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-handle], [data-editing]') !== null
}
