import { Suspense, lazy, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import type { OpenWork } from '#src/domain/progress-open.ts'
import type { UntoldType } from '#src/domain/progress-untold.ts'
import styles from './Exercise.module.css'

const Exercise = lazy(() => import('./Exercise.tsx').then(({ Exercise }) => ({ default: Exercise })))

interface ExerciseBoxProps {
  readonly progress: Progress
  readonly open: OpenWork
  readonly untold: readonly UntoldType[]
}

/** The exercise, folded away until somebody wants it. Other grades from the server begin it anew. */
export function ExerciseBox({ progress, open, untold }: ExerciseBoxProps) {
  const [wasOpened, setOpened] = useState(false)
  const [known, setKnown] = useState({ progress, version: 0 })
  if (known.progress !== progress) setKnown({ progress, version: known.version + 1 })
  return (
    <details className={styles['box']} onToggle={() => setOpened(true)}>
      <summary>
        <FormattedMessage id="progress.whatIf.title" />
      </summary>
      {wasOpened ? (
        <Suspense fallback={<p className="loading">…</p>}>
          <Exercise key={known.version} progress={progress} open={open} untold={untold} />
        </Suspense>
      ) : null}
    </details>
  )
}
