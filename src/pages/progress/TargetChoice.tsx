import { useId } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Cutoff } from '#src/domain/course.ts'
import { Field } from '#src/ui/Field.tsx'
import styles from './TargetChoice.module.css'
import { percentText } from '#src/i18n/score-words.ts'
import { type Aim, type Target, aims } from './target.ts'

interface TargetChoiceProps {
  readonly cutoffs: readonly Cutoff[]
  readonly aim: Aim
  readonly target: Target
  readonly onChange: (aim: Aim) => void
}

/** A choice of letters, and a field for any other total. What is typed there goes before the letter. */
export function TargetChoice({ cutoffs, aim, target, onChange }: TargetChoiceProps) {
  const intl = useIntl()
  const name = useId()
  const letters = aims(cutoffs)
  const isTyped = aim.text.trim() !== ''
  return (
    <div className={styles['choice']}>
      {letters.length > 0 ? (
        <fieldset className={styles['letters']}>
          <legend>
            <FormattedMessage id="progress.need.target" />
          </legend>
          {letters.map(({ letter, from }) => (
            <label key={letter}>
              <input
                type="radio"
                name={name}
                value={letter}
                checked={!isTyped && letter === aim.letter}
                onChange={() => onChange({ letter, text: '' })}
              />
              <span>
                <FormattedMessage
                  id="progress.need.letter"
                  values={{ letter: <bdi key="letter">{letter}</bdi>, from: percentText(intl, from) }}
                />
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <div className={styles['percent']}>
        <Field
          label={
            <FormattedMessage id={letters.length > 0 ? 'progress.need.otherTotal' : 'progress.need.total'} />
          }
          suffix={<FormattedMessage id="progress.need.percentSign" />}
          error={target.kind === 'refused' ? <Problem why={target.why} /> : null}
        >
          {(control) => (
            <input
              {...control}
              value={aim.text}
              autoComplete="off"
              inputMode="decimal"
              onChange={(event) => onChange({ ...aim, text: event.target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  )
}

function Problem({ why }: { readonly why: (Target & { kind: 'refused' })['why'] }) {
  if (why === 'decimal-comma') return <FormattedMessage id="override.problem.decimal-comma" />
  if (why === 'ambiguous') return <FormattedMessage id="override.problem.ambiguous" />
  if (why === 'negative') return <FormattedMessage id="progress.need.problem.negative" />
  return <FormattedMessage id="progress.need.problem" />
}
