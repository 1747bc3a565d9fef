import { type FormEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Change } from '#src/domain/edits-staging.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import { parseEntry } from '#src/domain/entry-words.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { pointsText, scoreRefusalWords } from '#src/i18n/score-words.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { Field } from '#src/ui/Field.tsx'
import styles from './Dialogs.module.css'
import type { GridWork } from './grid-work.ts'
import { possibleOf, readPossibles } from './possible-points.ts'
import { stageAll } from './stage-all.ts'
import { wordsOfColumn } from '#src/i18n/entry-words.ts'

/** The dialog that opens gives focus to what carries the attribute; React's own property comes too early for that. */
function wantFocus(input: HTMLInputElement | null): void {
  input?.setAttribute('autofocus', '')
}

interface FillBlanksDialogProps {
  readonly work: GridWork
  /** The selected cells that nobody has attempted. */
  readonly blanks: readonly CellRef[]
}

interface Problem {
  readonly words: string
  /** Whether it is a question that the same text, given again, says yes to. */
  readonly isQuestion: boolean
}

/** Asks for one score for all blanks in the selection. */
export function FillBlanksDialog({ work, blanks }: FillBlanksDialogProps) {
  const intl = useIntl()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isReading, setReading] = useState(false)
  const { gradebook, scores, toasts } = work

  const say = (words: string, isQuestion: boolean) => {
    setProblem({ words, isQuestion })
    toasts.announce(words)
  }
  /** Gives what to stage; null where something is in the way, which is said then. */
  const changesOf = (): Change[] | null => {
    const changes: Change[] = []
    for (const cell of blanks) {
      const parsed = parseEntry(text, {
        ...wordsOfColumn(intl, gradebook, cell.subsectionId),
        mode: scores,
        decimal: decimalOf(intl.locale),
        possible: possibleOf(gradebook, cell),
      })
      if (parsed.kind === 'blank' || parsed.kind === 'refused') {
        const words =
          parsed.kind === 'blank'
            ? intl.formatMessage({ id: 'override.problem.blank' })
            : scoreRefusalWords(intl, parsed)
        say(words, false)
        return null
      }
      if (parsed.kind === 'exception') {
        const { exception } = parsed
        if (exception === 'missing') {
          say(scoreRefusalWords(intl, { why: 'not-settable' }), false)
          return null
        }
        changes.push({
          ...cell,
          was: gradebook.factsOf(cell),
          will: { earned: 0, possible: null, exception },
        })
        continue
      }
      const { earned } = parsed
      if (parsed.kind === 'needs-confirmation' && problem?.isQuestion !== true) {
        const values = { earned: pointsText(intl, earned), possible: pointsText(intl, parsed.possible) }
        say(intl.formatMessage({ id: 'gradebook.editing.ask' }, values), true)
        return null
      }
      changes.push({ ...cell, was: gradebook.factsOf(cell), will: { earned, possible: null } })
    }
    return changes
  }
  const submit = async (close: () => void) => {
    setReading(true)
    await readPossibles(gradebook, blanks)
    setReading(false)
    const changes = changesOf()
    if (!changes) return
    const staged = stageAll(gradebook.edits, changes)
    close()
    toasts.show({ text: intl.formatMessage({ id: 'gradebook.fillBlanks.done' }, { staged }) })
  }
  const count = blanks.length
  return (
    <Dialog
      title={<FormattedMessage id="gradebook.fillBlanks.title" values={{ count }} />}
      onClose={() => work.show(null)}
    >
      {(close) => (
        <form
          className={styles['form']}
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            if (!isReading) void submit(close)
          }}
        >
          <Field
            label={<FormattedMessage id={`gradebook.fillBlanks.${scores}`} />}
            error={problem?.words ?? null}
          >
            {(control) => (
              <input
                {...control}
                ref={wantFocus}
                value={text}
                inputMode="decimal"
                autoComplete="off"
                onChange={({ target }) => {
                  setText(target.value)
                  setProblem(null)
                }}
              />
            )}
          </Field>
          <div className={styles['actions']}>
            <Button type="submit" variant="primary" isPending={isReading}>
              <FormattedMessage id="gradebook.fillBlanks.fill" />
            </Button>
            <Button variant="plain" onPress={close}>
              <FormattedMessage id="gradebook.paste.extraCredit.cancel" />
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
