import { useState } from 'react'
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl'
import { fractionOf } from '#src/domain/rounding.ts'
import type { Will } from '#src/domain/conflict.ts'
import { type EntryWords, type ParsedEntry, parseEntry } from '#src/domain/entry-words.ts'
import type { ScoreMode } from '#src/domain/score.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { pointsText, scoreRefusalWords } from '#src/i18n/score-words.ts'
import type { LoadState, Loader } from '#src/lms/load.ts'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import styles from './ColumnTools.module.css'
import { ReadSoFar } from './ReadSoFar.tsx'

interface BlanksFormProps {
  /** How many cells get the score. */
  readonly count: number
  /** Points to be had; null where they are not known. */
  readonly possible: number | null
  /** The points are being read. */
  readonly isReading: boolean
  readonly scores: ScoreMode
  readonly load: LoadState
  readonly loader: Loader
  /** What may be written beside figures. */
  readonly words: EntryWords
  readonly onStage: (will: NonNullable<Will>) => void
  readonly onCancel: () => void
}

/** Asks for a score, in the unit of the view. A keystroke draws this form and nothing else. */
export function BlanksForm(props: BlanksFormProps) {
  const { count, possible, words, isReading, scores, load, loader, onStage, onCancel } = props
  const intl = useIntl()
  const [text, setText] = useState('')
  const [isExtraCredit, setExtraCredit] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const parsed = parseEntry(text, { ...words, mode: scores, decimal: decimalOf(intl.locale), possible })
  const isMore = parsed.kind === 'needs-confirmation'
  const will = willOf(parsed, isExtraCredit)
  const isWaiting = isReading && possible === null
  const isAll = load.status === 'done'

  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (will && count > 0 && (!isWaiting || will.exception)) onStage(will)
      }}
    >
      <Field
        label={<FormattedMessage id="gradebook.blanks.score" />}
        suffix={<Suffix parsed={parsed} possible={possible} scores={scores} />}
        error={isChecked && !isWaiting ? problemOf(intl, parsed, isExtraCredit) : null}
      >
        {(control) => (
          <input
            {...control}
            ref={markForFocus}
            name="score"
            value={text}
            autoComplete="off"
            inputMode="decimal"
            onChange={(event) => {
              setText(event.target.value)
              setExtraCredit(false)
            }}
          />
        )}
      </Field>
      {isMore ? (
        <label className={styles['check']}>
          <input
            type="checkbox"
            name="confirm"
            checked={isExtraCredit}
            onChange={(event) => setExtraCredit(event.target.checked)}
          />
          <FormattedMessage
            id="gradebook.blanks.extraCredit"
            values={{
              earned: pointsText(intl, parsed.earned),
              possible: pointsText(intl, parsed.possible),
            }}
          />
        </label>
      ) : null}
      <ReadSoFar load={load} loader={loader} />
      <p className={styles['quiet']}>
        <FormattedMessage id="gradebook.blanks.notSaved" />
      </p>
      <div className={styles['actions']}>
        <Button
          type="submit"
          variant="primary"
          isPending={isWaiting}
          unavailable={count === 0 ? intl.formatMessage({ id: 'gradebook.blanks.nobody' }) : null}
        >
          <FormattedMessage id="gradebook.blanks.stage" values={{ count, isAll: String(isAll) }} />
        </Button>
        <Button onPress={onCancel}>
          <FormattedMessage id="gradebook.tool.cancel" />
        </Button>
      </div>
    </form>
  )
}

/** The attribute, which React does not write: a dialog that opens gives it the focus. */
function markForFocus(input: HTMLInputElement | null): void {
  input?.setAttribute('autofocus', '')
}

interface SuffixProps {
  readonly parsed: ParsedEntry
  readonly possible: number | null
  readonly scores: ScoreMode
}

/** The unit, and what the text comes to. */
function Suffix({ parsed, possible, scores }: SuffixProps) {
  const intl = useIntl()
  const unit = scores === 'percent' ? '%' : null
  if (possible === null || possible <= 0) return unit
  const total = pointsText(intl, possible)
  if (parsed.kind !== 'score' && parsed.kind !== 'needs-confirmation') {
    return <FormattedMessage id="gradebook.blanks.unit" values={{ possible: total, scores }} />
  }
  return (
    <FormattedMessage
      id="gradebook.blanks.comesTo"
      values={{
        scores,
        earned: pointsText(intl, parsed.earned),
        possible: total,
        percent: intl.formatNumber(fractionOf(parsed.earned, possible), {
          style: 'percent',
          maximumFractionDigits: 2,
        }),
      }}
    />
  )
}

/** Gives what the blanks get; null where nothing that makes sense is typed, or what is too much is not meant. */
function willOf(parsed: ParsedEntry, isConfirmed: boolean): Will {
  if (parsed.kind === 'exception') {
    const { exception } = parsed
    return exception === 'missing' ? null : { earned: 0, possible: null, exception }
  }
  const isMeant = parsed.kind === 'score' || (parsed.kind === 'needs-confirmation' && isConfirmed)
  return isMeant ? { earned: parsed.earned, possible: null } : null
}

/** Gives what is wrong with a score and what would be right; null where nothing is. */
function problemOf(intl: IntlShape, parsed: ParsedEntry, isConfirmed: boolean): string | null {
  switch (parsed.kind) {
    case 'score':
      return null
    case 'blank':
      return intl.formatMessage({ id: 'override.problem.blank' })
    case 'needs-confirmation':
      if (isConfirmed) return null
      return intl.formatMessage(
        { id: 'override.problem.unconfirmed' },
        { possible: pointsText(intl, parsed.possible) },
      )
    case 'exception':
      return parsed.exception === 'missing' ? scoreRefusalWords(intl, { why: 'not-settable' }) : null
    case 'refused':
      return scoreRefusalWords(intl, parsed)
  }
}
