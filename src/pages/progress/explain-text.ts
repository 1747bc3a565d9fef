import type { IntlShape } from 'react-intl'
import { type Explanation, explainProgress } from '#src/domain/explain-progress.ts'
import { type WrittenSum, writtenSum } from '#src/domain/explained-sum.ts'
import type { Progress } from '#src/domain/progress.ts'
import { roundHalfUp } from '#src/domain/rounding.ts'
import { typeLines } from './explain-type.ts'
import { percentText } from '#src/i18n/score-words.ts'

/** One step of the explanation. */
export interface Step {
  readonly title: string
  readonly lines: readonly string[]
}

/** Explains an official total line by line, in words and numbers: for reading and for copying. */
export function explainText(intl: IntlShape, progress: Progress): Step[] {
  const explanation = explainProgress(progress)
  const sum = writtenSum(explanation, 2)
  const totalsOnly = explanation.gap?.because === 'totals-only'
  return [
    ...explanation.types.map((type, index) => ({
      title: type.name === '' ? intl.formatMessage({ id: 'progress.why.unnamed' }) : type.name,
      lines: typeLines(intl, type, sum.parts[index] ?? 0, totalsOnly),
    })),
    {
      title: intl.formatMessage({ id: 'progress.explain.totalTitle' }),
      lines: [...totalLines(intl, explanation, sum), letterLine(intl, progress)],
    },
  ]
}

/** Gives the steps as plain text. */
export function stepsAsText(title: string, steps: readonly Step[]): string {
  return [title, ...steps.map((step) => [step.title, ...step.lines].join('\n'))].join('\n\n')
}

function totalLines(intl: IntlShape, explanation: Explanation, sum: WrittenSum): string[] {
  const { gap, official, types } = explanation
  const signed = (points: number) =>
    intl.formatNumber(points, { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
  const lines: string[] = []
  if (types.length === 0) lines.push(intl.formatMessage({ id: 'progress.why.noTypes' }))
  else {
    const terms = sum.parts.map((part) => intl.formatNumber(part, { maximumFractionDigits: 2 }))
    lines.push(
      intl.formatMessage(
        { id: terms.length > 1 ? 'progress.explain.sum' : 'progress.explain.sumOfOne' },
        { terms: terms.join(' + '), together: sum.together },
      ),
    )
  }
  if (sum.unseen !== null) {
    lines.push(intl.formatMessage({ id: 'progress.explain.unseen' }, { points: signed(sum.unseen) }))
  }
  if (sum.rounding !== 0) {
    const before = roundHalfUp(sum.together + (sum.unseen ?? 0), 2)
    lines.push(
      intl.formatMessage(
        { id: 'progress.explain.rounding' },
        { points: signed(sum.rounding), before, after: roundHalfUp(before + sum.rounding, 2) },
      ),
    )
  }
  if (gap && sum.gap !== null) {
    const line = intl.formatMessage({ id: 'progress.explain.gap' }, { points: signed(sum.gap) })
    lines.push(`${line} ${intl.formatMessage({ id: `progress.why.gap.${gap.because}` })}`)
  }
  lines.push(intl.formatMessage({ id: 'progress.explain.total' }, { percent: percentText(intl, official) }))
  return lines
}

function letterLine(intl: IntlShape, { grade, cutoffs }: Progress): string {
  const percent = percentText(intl, grade.percent)
  const cutoff = cutoffs.find(({ letter }) => letter === grade.letter)
  const lowest = cutoffs.at(-1)
  if (cutoff) {
    const values = { percent, letter: cutoff.letter, from: percentText(intl, cutoff.from) }
    return intl.formatMessage({ id: 'progress.explain.letter' }, values)
  }
  if (!lowest) return intl.formatMessage({ id: 'progress.where.noCutoffs' })
  const values = { percent, letter: lowest.letter, from: percentText(intl, lowest.from) }
  return intl.formatMessage({ id: 'progress.explain.noLetter' }, values)
}
