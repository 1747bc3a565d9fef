import type { IntlShape } from 'react-intl'
import type { ExplainedType } from '#src/domain/explain-progress.ts'

/** Says how many scores of a type count, and what becomes of the others. */
export function countWords(intl: IntlShape, type: ExplainedType): string {
  const { places, counted, entries, untold } = type
  if (places === 0) {
    return intl.formatMessage({ id: entries.length > 0 ? 'progress.why.noneCounts' : 'progress.why.noneYet' })
  }
  if (counted === 0) return intl.formatMessage({ id: 'progress.why.allDropped' }, { all: places })
  const missing = entries.filter(({ subsection }) => subsection === null).length
  const hidden = entries.filter(({ subsection, percent }) => subsection && percent === null).length
  // A place that is held for what nobody is shown is not said to count.
  const shows = !isSilent(type)
  const words = shows ? [intl.formatMessage({ id: 'progress.why.counted' }, { counted, all: places })] : []
  const more = [
    ['progress.why.lowestDropped', shows ? places - counted : 0],
    ['progress.why.missing', missing],
    ['progress.why.hidden', hidden],
    ['progress.why.placesUntold', untold],
  ] as const
  for (const [id, count] of more) if (count > 0) words.push(intl.formatMessage({ id }, { count }))
  return intl.formatList(words, { type: 'unit', style: 'short' })
}

/** Tells that nothing of a type shows, so that its average would say nothing. */
export function isSilent({ entries, hidden, contribution }: ExplainedType): boolean {
  if (contribution > 0) return false
  const shows = entries.some(({ percent, standing }) => percent !== null && standing !== 'worth-nothing')
  return !shows && (hidden !== 'none' || entries.some(({ subsection }) => subsection?.score === null))
}
