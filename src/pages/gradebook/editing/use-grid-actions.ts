import { type ReactNode, useState } from 'react'
import { useIntl } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import type { ScoreMode } from '#src/domain/score.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { useToasts } from '#src/ui/toasts.ts'
import type { Action } from './actions.tsx'
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
  readonly run: (action: Action) => void
  /** Asks the person something; to be drawn. */
  readonly dialog: ReactNode
} {
  const intl = useIntl()
  const toasts = useToasts()
  const [dialog, show] = useState<ReactNode>(null)
  const run = async (action: Action, work: GridWork) => {
    const actions = await import('./actions.tsx').catch(() => null)
    if (actions) await actions.perform(action, work)
    else toasts.show({ text: intl.formatMessage({ id: 'gradebook.actions.notLoaded' }), tone: 'bad' })
  }
  return {
    run: (action) => void run(action, { ...options, intl, toasts, show, target: targetNow() }),
    dialog,
  }
}
