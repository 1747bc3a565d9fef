import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { inForce } from '#src/domain/conflict.ts'
import type { Points, SubsectionGrade } from '#src/domain/course.ts'
import type { SheetGrade } from '#src/domain/sheet.ts'
import { exceptionText } from '#src/i18n/exception-text.ts'
import type { MessageId } from '#src/i18n/messages.ts'
import { pointsText } from '#src/i18n/score-words.ts'
import { lms } from '#src/lms/connect.ts'
import styles from './OverridePanel.module.css'

interface FactsProps {
  /** Undefined while it is being read. */
  readonly grade: SubsectionGrade | undefined
  /** What the sheet knows. */
  readonly cell: SheetGrade | null
}

/** The original grade, the score in force, and the original in all problems; where scores are set, the one there is. */
export function Facts({ grade, cell }: FactsProps) {
  if (lms().capabilities.setsGrades) {
    return (
      <dl className={styles['facts']}>
        <Fact label="override.grade">{grade ? <SetGrade grade={grade} /> : <FromSheet cell={cell} />}</Fact>
      </dl>
    )
  }
  return (
    <dl className={styles['facts']}>
      <Fact label="override.original">
        <Original grade={grade} cell={cell} />
      </Fact>
      <Fact label="override.inForce">{grade ? <InForce grade={grade} /> : <FromSheet cell={cell} />}</Fact>
      <Fact label="override.allProblems">{grade ? <Score score={grade.all} /> : '…'}</Fact>
    </dl>
  )
}

function Fact({ label, children }: { readonly label: MessageId; readonly children: ReactNode }) {
  return (
    <div>
      <dt>
        <FormattedMessage id={label} />
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The grade says 0 of a work that was never attempted; only the sheet tells the two apart. */
function Original({ grade, cell }: FactsProps) {
  if (!grade) return '…'
  if (cell && !cell.attempted) return <FormattedMessage id="override.fact.notAttempted" tagName="em" />
  return <Score score={grade.graded} />
}

function InForce({ grade: { graded, override } }: { readonly grade: SubsectionGrade }) {
  if (!override || !inForce(override)) {
    return <FormattedMessage id={override ? 'override.cleared' : 'override.none'} tagName="em" />
  }
  const earned = override.earnedGraded ?? graded.earned
  return <Score score={{ earned, possible: override.possibleGraded ?? graded.possible }} />
}

/** The score that was set, or what stands in its place. */
function SetGrade({ grade: { graded, override, exception } }: { readonly grade: SubsectionGrade }) {
  const intl = useIntl()
  if (exception) return <strong>{exceptionText(intl, exception)}</strong>
  if (!override) return <FormattedMessage id="override.noGrade" tagName="em" />
  return <Score score={graded} />
}

function FromSheet({ cell }: { readonly cell: SheetGrade | null }) {
  const intl = useIntl()
  if (cell?.exception) return exceptionText(intl, cell.exception)
  if (!cell || Number.isNaN(cell.earned)) return '…'
  return cell.attempted ? <Score score={cell} /> : '–'
}

function Score({ score: { earned, possible } }: { readonly score: Points }) {
  const intl = useIntl()
  return (
    <FormattedMessage
      id="override.fact"
      values={{
        earned: pointsText(intl, earned),
        possible: pointsText(intl, possible),
        strong,
        quiet,
      }}
    />
  )
}

const strong = (words: ReactNode[]) => <strong key="strong">{words}</strong>
const quiet = (words: ReactNode[]) => <em key="quiet">{words}</em>
