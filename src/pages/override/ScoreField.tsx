import { FormattedMessage, useIntl } from 'react-intl'
import type { ScaleLevel } from '#src/domain/course.ts'
import { fractionOf } from '#src/domain/rounding.ts'
import { wordFor } from '#src/domain/scale-word.ts'
import { percentText, pointsText } from '#src/i18n/score-words.ts'
import { Field } from '#src/ui/Field.tsx'
import type { Wish } from './draft.ts'
import { focusUnlessBusy } from './focus-unless-busy.ts'
import styles from './OverridePanel.module.css'
import { scoreProblem } from './score-problem.ts'
import { scoreText } from './score-text.ts'
import type { Editing } from './use-editing.ts'

interface ScoreFieldProps {
  readonly editing: Editing
  /** Points to be had; null while they are not known. */
  readonly possible: number | null
  /** Words that stand for points here; undefined where figures alone do. */
  readonly scale: readonly ScaleLevel[] | undefined
  readonly isDisabled: boolean
  /** What stands there can be read and not changed. */
  readonly isFixed: boolean
}

/** The new score; what it is of, what it makes in percent, what is wrong with it. */
export function ScoreField({ editing, possible, scale, isDisabled, isFixed }: ScoreFieldProps) {
  const intl = useIntl()
  const { draft, wish, isChecked, change } = editing
  const wordsOf = (levels: readonly ScaleLevel[]) =>
    intl.formatList(
      levels.map(({ word }) => word),
      { type: 'disjunction' },
    )
  return (
    <>
      <Field
        label={<FormattedMessage id="override.newScore" />}
        description={
          scale ? <FormattedMessage id="override.scale" values={{ words: wordsOf(scale) }} /> : null
        }
        suffix={possible === null ? null : <Suffix wish={wish} possible={possible} scale={scale} />}
        error={isChecked ? scoreProblem(intl, wish) : null}
      >
        {(control) => (
          <input
            {...control}
            ref={focusUnlessBusy}
            name="score"
            value={draft.text}
            disabled={isDisabled}
            readOnly={isFixed}
            autoComplete="off"
            inputMode="decimal"
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      {wish.kind === 'ask' || (draft.extraCredit && isMore(wish, possible)) ? (
        <label className={styles['confirm']}>
          <input
            type="checkbox"
            name="confirm"
            checked={draft.extraCredit}
            disabled={isFixed}
            onChange={(event) => change({ extraCredit: event.target.checked })}
          />
          <FormattedMessage
            id="override.extraCredit"
            values={{ score: scoreText(intl, earnedOf(wish) ?? 0, possible) }}
          />
        </label>
      ) : null}
    </>
  )
}

interface SuffixProps extends Pick<ScoreFieldProps, 'scale'> {
  readonly wish: Wish
  readonly possible: number
}

function Suffix({ wish, possible, scale }: SuffixProps) {
  const intl = useIntl()
  const earned = earnedOf(wish)
  const values = { possible: pointsText(intl, possible) }
  if (earned === null || possible <= 0) return <FormattedMessage id="override.ofPoints" values={values} />
  const percent = percentText(intl, fractionOf(earned, possible))
  const points = <FormattedMessage id="override.ofPointsPercent" values={{ ...values, percent }} />
  const word = wordFor(earned, scale)
  if (word === null) return points
  return (
    <>
      {points} · <bdi>{word}</bdi>
    </>
  )
}

function earnedOf(wish: Wish): number | null {
  if (wish.kind === 'ask') return wish.earned
  return wish.kind === 'will' && wish.will && !wish.will.exception ? wish.will.earned : null
}

function isMore(wish: Wish, possible: number | null): boolean {
  const earned = earnedOf(wish)
  return earned !== null && possible !== null && earned > possible
}
