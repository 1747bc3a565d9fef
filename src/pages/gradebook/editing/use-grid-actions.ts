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
  /** With `unless`: if that comes to false. The cells are those of this moment all the same. */
  readonly run: (action: Action, unless?: Promise<boolean>) => void
  /** Asks the person something; to be drawn. */
  readonly dialog: ReactNode
} {
  const intl = useIntl()
  const toasts = useToasts()
  const [dialog, show] = useState<ReactNode>(null)
  const run = async (action: Action, work: GridWork, unless: Promise<boolean>) => {
    const loaded = await Promise.all([import('./actions.tsx'), unless]).catch(() => null)
    if (loaded === null) {
      return toasts.show({ text: intl.formatMessage({ id: 'gradebook.actions.notLoaded' }), tone: 'bad' })
    }
    const [actions, isDone] = loaded
    if (!isDone) await actions.perform(action, work)
  }
  return {
    run: (action, unless = Promise.resolve(false)) =>
      void run(action, { ...options, intl, toasts, show, target: targetNow() }, unless),
    dialog,
  }
}
