import { FormattedMessage, useIntl } from 'react-intl'
import type { OpenWork } from '#src/domain/progress-open.ts'

/** So many are named; beyond that a number says more. */
const NAMED = 6

/** What remains, by name; what is not published yet by type. Types without weight change nothing and are left out. */
export function Remaining({ open: { subsections, places, policy } }: { readonly open: OpenWork }) {
  const intl = useIntl()
  const weighty = new Set(policy.types.flatMap(({ name, weight }) => (weight ? name : [])))
  const named = subsections.filter(({ subsection: { type } }) => weighty.has(type ?? ''))
  const rest = named.length > NAMED ? named.slice(NAMED - 1) : []
  const parts = [
    ...named.slice(0, named.length - rest.length).map(({ subsection }) => isolate(subsection.name)),
    ...(rest.length > 0 ? [intl.formatMessage({ id: 'progress.need.andMore' }, { count: rest.length })] : []),
    ...places
      .filter(({ type }) => weighty.has(type))
      .map(({ type, count }) =>
        intl.formatMessage({ id: 'progress.need.unpublished' }, { type: isolate(type), count }),
      ),
  ]
  return <FormattedMessage id="progress.need.remaining" values={{ list: intl.formatList(parts) }} />
}

/** Keeps the direction of a name within the list from leaking out of it. */
function isolate(name: string): string {
  return `\u2068${name}\u2069`
}
