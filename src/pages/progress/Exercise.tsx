import '#src/i18n/later-messages.ts'
import { type KeyboardEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import type { OpenWork } from '#src/domain/progress-open.ts'
import type { UntoldType } from '#src/domain/progress-untold.ts'
import { gradedSubsections } from '#src/domain/progress-works.ts'
import { Button } from '#src/ui/Button.tsx'
import { useToasts } from '#src/ui/toasts.ts'
import styles from './Exercise.module.css'
import { ExerciseTotal } from './ExerciseTotal.tsx'
import { ExerciseType } from './ExerciseType.tsx'
import { UntoldWords } from './Untold.tsx'
import { type Exercise as Running, createExercise } from './exercise.ts'
import { useExercise } from './use-exercise.ts'

interface ExerciseProps {
  readonly progress: Progress
  readonly open: OpenWork
  readonly untold: readonly UntoldType[]
}

/** All entries by type with a field each, and what the total would become. Nothing leaves the browser. */
export function Exercise({ progress, open, untold }: ExerciseProps) {
  const intl = useIntl()
  const toasts = useToasts()
  const [exercise] = useState(() => createExercise(open.policy, open.standing))
  const reset = () => {
    if (!exercise.isTouched()) return
    exercise.reset()
    toasts.announce(intl.formatMessage({ id: 'progress.whatIf.isReset' }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !exercise.isTouched()) return
    event.preventDefault()
    reset()
  }
  const subsections = new Map(gradedSubsections(progress).map((one) => [one.id, one]))
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a key for all that is inside; the button does the same
    <div onKeyDown={onKeyDown}>
      <p className={styles['quiet']}>
        <FormattedMessage id="progress.whatIf.lead" />
      </p>
      <div className={styles['head']}>
        <ExerciseTotal exercise={exercise} official={progress.grade} start={open.standing.percent} />
        <ResetButton exercise={exercise} onPress={reset} />
      </div>
      {open.standing.types.map((type, index) => {
        const hidden = untold.find(({ name }) => name === type.name)
        if (hidden) {
          return (
            <p key={type.name} className={styles['off']}>
              <FormattedMessage
                id="progress.whatIf.off"
                values={{ reason: <UntoldWords key="reason" type={hidden} /> }}
              />
            </p>
          )
        }
        return (
          <ExerciseType
            key={type.name}
            exercise={exercise}
            index={index}
            start={type}
            subsections={subsections}
          />
        )
      })}
    </div>
  )
}

function ResetButton({ exercise, onPress }: { readonly exercise: Running; readonly onPress: () => void }) {
  const intl = useIntl()
  const isTouched = useExercise(exercise, (one) => one.isTouched())
  return (
    <Button
      onPress={onPress}
      unavailable={isTouched ? null : intl.formatMessage({ id: 'progress.whatIf.untouched' })}
      aria-keyshortcuts="Escape"
    >
      <FormattedMessage id="progress.whatIf.reset" />
    </Button>
  )
}
