import { Suspense, lazy, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Explanation, explainProgress } from '#src/domain/explain-progress.ts'
import { writtenSum } from '#src/domain/explained-sum.ts'
import type { Progress } from '#src/domain/progress.ts'
import { Button } from '#src/ui/Button.tsx'
import { BarLegend } from './ScoreBars.tsx'
import { Section } from './Section.tsx'
import { TypeRow } from './TypeRow.tsx'
import { WhyFoot } from './WhyFoot.tsx'
import styles from './Why.module.css'
import { percentText } from '#src/i18n/score-words.ts'

const ExplainDialog = lazy(() => import('./ExplainDialog.tsx'))

const COLUMNS = ['work', 'scores', 'average', 'weight', 'points'] as const

/** Why the total is what it is: what each kind of work brings, down to the official total. */
export function WhySection({ progress }: { readonly progress: Progress }) {
  const intl = useIntl()
  const [isExplained, setExplained] = useState(false)
  const explanation = explainProgress(progress)
  const { types, official, gap } = explanation
  const sum = writtenSum(explanation, 1)
  return (
    <Section
      title={<FormattedMessage id="progress.why.title" values={{ percent: percentText(intl, official) }} />}
      lead={<FormattedMessage id={types.length === 0 ? 'progress.why.noTypes' : 'progress.why.lead'} />}
    >
      {types.length === 0 ? null : (
        <>
          <table className={styles['table']}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={styles[column]}>
                    <FormattedMessage id={`progress.why.column.${column}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {types.map((type, index) => (
                <TypeRow
                  // oxlint-disable-next-line react/no-array-index-key -- a policy may name two types alike
                  key={`${index} ${type.name}`}
                  type={type}
                  points={sum.parts[index] ?? 0}
                  totalsOnly={gap?.because === 'totals-only'}
                  showsBars={progress.showsGraph}
                />
              ))}
            </tbody>
            <WhyFoot explanation={explanation} sum={sum} />
          </table>
          {progress.showsGraph ? <BarLegend entries={types.flatMap(({ entries }) => entries)} /> : null}
        </>
      )}
      <WeightNote explanation={explanation} />
      <OutsideNote outside={explanation.outside} />
      <div className={styles['explain']}>
        <Button onPress={() => setExplained(true)}>
          <FormattedMessage id="progress.why.explain" />
        </Button>
      </div>
      {isExplained ? (
        <Suspense>
          <ExplainDialog progress={progress} onClose={() => setExplained(false)} />
        </Suspense>
      ) : null}
    </Section>
  )
}

function WeightNote({ explanation: { types } }: { readonly explanation: Explanation }) {
  const intl = useIntl()
  // Weights are written in percent: adding fractions would show 99.99999999999999 %.
  const total = types.reduce((so, { weight }) => so + Math.round(weight * 1e6), 0) / 1e6
  if (types.length === 0 || total === 1) return null
  return (
    <p className={styles['note']}>
      <FormattedMessage
        id={total < 1 ? 'progress.why.weightsBelow' : 'progress.why.weightsBeyond'}
        values={{ total: percentText(intl, total) }}
      />
    </p>
  )
}

function OutsideNote({ outside }: Pick<Explanation, 'outside'>) {
  const intl = useIntl()
  if (outside.length === 0) return null
  const shown = outside.slice(0, 5).map(({ name }) => name)
  const rest = outside.length - shown.length
  return (
    <p className={styles['note']}>
      <FormattedMessage
        id="progress.why.outside"
        values={{
          count: outside.length,
          rest,
          names: <bdi key="names">{intl.formatList(shown, { type: 'unit' })}</bdi>,
        }}
      />
    </p>
  )
}
