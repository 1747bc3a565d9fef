import type { IntlShape } from 'react-intl'
import type { ExplainedType } from '#src/domain/explain-progress.ts'
import { roundHalfUp } from '#src/domain/rounding.ts'
import { countWords, isSilent } from './count-words.ts'
import { percentText } from '#src/i18n/score-words.ts'

/** More scores than this are not added one by one: nobody would read that. */
const MOST_ADDED = 20

/**
 * Gives the arithmetic of one type, line by line.
 * @param points points of 100 that it brings, as written
 * @param totalsOnly the server tells no scores
 */
export function typeLines(
  intl: IntlShape,
  type: ExplainedType,
  points: number,
  totalsOnly: boolean,
): string[] {
  if (isSilent(type) && !totalsOnly) {
    return [`${countWords(intl, type)}.`, intl.formatMessage({ id: 'progress.explain.silent' })]
  }
  const lines = totalsOnly
    ? [intl.formatMessage({ id: 'progress.explain.told' }, { average: percentText(intl, type.average) })]
    : [...countLines(intl, type), ...averageLines(intl, type)]
  const values = {
    average: percentText(intl, type.average),
    weight: percentText(intl, type.weight),
    sign: signFor(type.average * type.weight),
    points,
  }
  lines.push(
    intl.formatMessage(
      { id: type.weight === 0 ? 'progress.explain.weightless' : 'progress.explain.weighted' },
      values,
    ),
  )
  if (type.told) {
    const { average, contribution, because } = type.told
    const told = intl.formatMessage(
      { id: 'progress.explain.toldOtherwise' },
      { average: percentText(intl, average), points: roundHalfUp(contribution * 100, 2) },
    )
    lines.push(`${told} ${intl.formatMessage({ id: `progress.why.told.${because}` })}`)
  }
  return lines
}

function countLines(intl: IntlShape, type: ExplainedType): string[] {
  const { entries, untold } = type
  const dropped = entries.flatMap(({ subsection, standing, percent }) =>
    subsection && percent !== null && standing === 'dropped'
      ? intl.formatMessage(
          { id: 'progress.explain.one' },
          { name: subsection.name, percent: percentText(intl, percent) },
        )
      : [],
  )
  const lines = [`${countWords(intl, type)}.`]
  if (dropped.length > 0 && dropped.length <= MOST_ADDED) {
    lines.push(
      intl.formatMessage(
        { id: 'progress.explain.dropped' },
        { list: intl.formatList(dropped, { type: 'unit' }) },
      ),
    )
  }
  if (untold > 0 && dropped.length > 0) {
    lines.push(intl.formatMessage({ id: 'progress.explain.dropsUncertain' }))
  }
  return lines
}

function averageLines(intl: IntlShape, { entries, counted, average }: ExplainedType): string[] {
  if (counted === 0) return [intl.formatMessage({ id: 'progress.explain.nothing' })]
  const kept = entries.flatMap(({ percent, standing }) =>
    percent !== null && standing === 'counted' ? percent : [],
  )
  // Scores have four decimals: so does their sum.
  const sum = kept.reduce((so, percent) => so + Math.round(percent * 1e4), 0) / 1e4
  const values = {
    sum: percentText(intl, sum),
    average: percentText(intl, average),
    sign: signFor(average),
    counted,
    zeros: counted - kept.length,
  }
  const terms = kept.map((percent) => percentText(intl, percent))
  if (values.zeros > 0)
    terms.push(
      intl.formatMessage(
        { id: 'progress.explain.zeros' },
        { count: values.zeros, zero: percentText(intl, 0) },
      ),
    )
  const added =
    kept.length > MOST_ADDED
      ? intl.formatMessage({ id: 'progress.explain.together' }, values)
      : intl.formatMessage({ id: 'progress.explain.added' }, { ...values, terms: terms.join(' + ') })
  if (counted === 1) return [intl.formatMessage({ id: 'progress.explain.single' }, values)]
  return [added, intl.formatMessage({ id: 'progress.explain.divided' }, values)]
}

/** Tells an exact result from one that is rounded where it is written: percent with two decimals. */
function signFor(fraction: number): string {
  return Math.abs(roundHalfUp(fraction, 4) - fraction) < 1e-9 ? '=' : '≈'
}
