import { useIntl } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import type { ScoreMode } from '#src/domain/score.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { useToasts } from '#src/ui/toasts.ts'
import type { ActionName } from './actions.ts'
import type { GridWork } from './grid-work.ts'

interface GridActionsOptions extends Pick<GridWork, 'shown' | 'spoken' | 'focus'> {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  readonly scores: ScoreMode
  /** The cells that a command is for, at the moment of the key. */
  readonly targetNow: () => GridWork['target']
}

/** What keys do to several cells at once. The work itself is loaded with the first such key. */
export function useGridActions({ targetNow, ...options }: GridActionsOptions): {
  readonly run: (name: ActionName) => void
} {
  const intl = useIntl()
  const toasts = useToasts()
  const run = async (name: ActionName, work: GridWork) => {
    const actions = await import('./actions.ts').catch(() => null)
    if (actions) await actions.perform(name, work)
    else toasts.show({ text: intl.formatMessage({ id: 'gradebook.actions.notLoaded' }), tone: 'bad' })
  }
  return {
    run: (name) => void run(name, { ...options, intl, toasts, target: targetNow() }),
  }
}
