import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { OutlineSubsection, SubsectionId } from '#src/domain/course.ts'
import type { MessageId } from '#src/i18n/messages.ts'
import type { Finding } from './check-severity.ts'
import { percentText } from '#src/i18n/score-words.ts'

interface FindingSentenceProps {
  readonly finding: Finding
  readonly subsections: readonly OutlineSubsection[]
}

interface Words {
  readonly id: MessageId
  readonly values?: Readonly<Record<string, ReactNode>>
}

interface Tools {
  /** Writes a fraction as percent. */
  readonly share: (fraction: number) => string
  readonly subsections: readonly OutlineSubsection[]
}

type Code = Finding['code']
type FindingOf<C extends Code> = { [F in Finding as F['code']]: F }[C] & { readonly code: C }

const WORDS: { readonly [C in Code]: (finding: FindingOf<C>, tools: Tools) => Words } = {
  'no-types': () => ({ id: 'gradingInfo.check.no-types' }),
  'weights-total': ({ total }, { share }) => ({
    id: total < 1 ? 'gradingInfo.check.weights-below' : 'gradingInfo.check.weights-beyond',
    values: { total: share(total) },
  }),
  'weight-missing': ({ type }) => ({ id: 'gradingInfo.check.weight-missing', values: { type: name(type) } }),
  'fewer-than-required': ({ type, required, existing }) => ({
    id: 'gradingInfo.check.fewer-than-required',
    values: { type: name(type), required, existing, missing: required - existing },
  }),
  'type-without-assignments': ({ type, required }) => ({
    id: 'gradingInfo.check.type-without-assignments',
    values: { type: name(type), required },
  }),
  'everything-dropped': ({ type, dropped, counted }) => ({
    id: 'gradingInfo.check.everything-dropped',
    values: { type: name(type), dropped, counted },
  }),
  'type-not-in-policy': ({ type, subsections: ids }, { subsections }) =>
    type === null
      ? {
          id: 'gradingInfo.check.no-type',
          values: { count: ids.length, names: <Names ids={ids} subsections={subsections} /> },
        }
      : {
          id: 'gradingInfo.check.type-not-in-policy',
          values: { type: name(type), names: <Names ids={ids} subsections={subsections} /> },
        },
  'short-labels-alike': ({ label, types }) => ({
    id: 'gradingInfo.check.short-labels-alike',
    values: { label: name(label), types: <List names={types} /> },
  }),
  'labels-alike': ({ label, subsections: ids }, { subsections }) => ({
    id: 'gradingInfo.check.labels-alike',
    values: { label: name(label), names: <Names ids={ids} subsections={subsections} /> },
  }),
  'no-passing-grade': () => ({ id: 'gradingInfo.check.no-passing-grade' }),
  'cutoffs-out-of-order': ({ better, worse }, { share }) => ({
    id: 'gradingInfo.check.cutoffs-out-of-order',
    values: {
      better: name(better.letter),
      betterFrom: share(better.from),
      worse: name(worse.letter),
      worseFrom: share(worse.from),
    },
  }),
  'cutoffs-equal': ({ letters, from }, { share }) => ({
    id: 'gradingInfo.check.cutoffs-equal',
    values: { letters: <List names={letters} />, from: share(from) },
  }),
  'cutoff-out-of-range': ({ cutoff }, { share }) => ({
    id: 'gradingInfo.check.cutoff-out-of-range',
    values: { letter: name(cutoff.letter), from: share(cutoff.from) },
  }),
}

/** A finding in a sentence: what is so, and what comes of it. */
export function FindingSentence({ finding, subsections }: FindingSentenceProps) {
  const intl = useIntl()
  const { id, values } = wordsOf(finding, {
    share: (fraction) => percentText(intl, fraction),
    subsections,
  })
  return <FormattedMessage id={id} values={values} />
}

function wordsOf<C extends Code>(finding: FindingOf<C>, tools: Tools): Words {
  return WORDS[finding.code](finding, tools)
}

/** A name out of the course, which may run the other way than the sentence. */
function name(text: string): ReactNode {
  return <bdi key={text}>{text}</bdi>
}

function List({ names }: { names: readonly string[] }) {
  return useIntl().formatList(names.map((text, index) => <bdi key={`${index} ${text}`}>{text}</bdi>))
}

/** More than so many names would bury the sentence. */
const MOST_NAMES = 3

function Names({
  ids,
  subsections,
}: {
  ids: readonly SubsectionId[]
  subsections: readonly OutlineSubsection[]
}) {
  const intl = useIntl()
  const found = subsections.filter(({ id }) => ids.includes(id))
  const more = found.length - MOST_NAMES
  const told = found
    .slice(0, MOST_NAMES)
    .map((subsection) => <bdi key={subsection.id}>{subsection.name}</bdi>)
  const rest = more > 0 ? [intl.formatMessage({ id: 'gradingInfo.check.more' }, { more })] : []
  return intl.formatList([...told, ...rest])
}
