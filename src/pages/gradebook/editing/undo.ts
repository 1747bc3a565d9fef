import type { Step } from '#src/domain/edits-state.ts'
import type { GridWork } from './grid-work.ts'

/** Takes the last staged step back, goes to where it was, and says what is there now. */
export function undo(work: GridWork): void {
  step(work, 'undo', work.gradebook.edits.state().past.at(-1))
}

/** Stages again what was taken back last. */
export function redo(work: GridWork): void {
  step(work, 'redo', work.gradebook.edits.state().future.at(-1))
}

function step(
  { intl, toasts, gradebook, spoken, focus }: GridWork,
  type: 'undo' | 'redo',
  of: Step | undefined,
) {
  if (!of) return toasts.show({ text: intl.formatMessage({ id: `gradebook.${type}.nothing` }) })
  gradebook.edits.dispatch({ type })
  const cells = Array.from(of.values(), ({ before, after }) => before ?? after).filter(
    (edit) => edit !== null,
  )
  const [first] = cells
  if (!first) return
  const text = intl.formatMessage(
    { id: `gradebook.${type}.done` },
    { count: cells.length, cell: spoken(first) },
  )
  // In sight the cell itself shows it.
  if (cells.some((cell) => focus(cell))) toasts.announce(text)
  else toasts.show({ text })
}
