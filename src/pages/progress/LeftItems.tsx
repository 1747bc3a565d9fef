import { FormattedMessage, useIntl } from 'react-intl'
import type { AssignmentType } from '#src/domain/course.ts'
import type { ProgressSubsection } from '#src/domain/progress.ts'
import type { LeftItem } from '#src/domain/progress-left.ts'
import { percentText, pointsText } from '#src/i18n/score-words.ts'
import styles from './LeftSection.module.css'
import { Moment } from './Moment.tsx'

interface DueItemProps {
  readonly item: LeftItem
  readonly types: readonly AssignmentType[]
}

/** Work that is due later: its points, what it can bring, when it is due. */
export function DueItem({ item, types }: DueItemProps) {
  const { subsection } = item
  return (
    <li className={styles['item']} data-item tabIndex={-1}>
      <Name subsection={subsection} />{' '}
      <span className={styles['quiet']}>
        <Points subsection={subsection} /> <Bring item={item} types={types} />
      </span>{' '}
      <Due due={subsection.due} />
    </li>
  )
}

/** Work that was due and stands at zero. */
export function OverdueItem({ subsection }: { readonly subsection: ProgressSubsection }) {
  return (
    <li className={styles['item']} data-item tabIndex={-1}>
      <Name subsection={subsection} />{' '}
      <span className={styles['quiet']}>
        <Points subsection={subsection} />
      </span>{' '}
      <Due due={subsection.due} />
    </li>
  )
}

/** The name of a subsection; leads into the course where it is open. */
export function Name({ subsection: { name, url } }: { readonly subsection: ProgressSubsection }) {
  return (
    <span className={styles['name']}>
      {url === null ? (
        <bdi>{name}</bdi>
      ) : (
        <a href={url}>
          <bdi>{name}</bdi>
        </a>
      )}
    </span>
  )
}

function Points({ subsection: { score } }: { readonly subsection: ProgressSubsection }) {
  const intl = useIntl()
  if (score === null) return null
  const possible = pointsText(intl, score.possible)
  return (
    <span>
      {score.earned > 0 ? (
        <FormattedMessage
          id="progress.left.pointsSoFar"
          values={{ earned: pointsText(intl, score.earned), possible }}
        />
      ) : (
        <FormattedMessage id="progress.left.points" values={{ count: score.possible, possible }} />
      )}
    </span>
  )
}

function Bring({ item, types }: DueItemProps) {
  const intl = useIntl()
  return <span>{words()}</span>

  function words() {
    if (item.state === 'hidden') return <FormattedMessage id="progress.left.hidden" />
    if (item.state === 'set-by-staff') return <FormattedMessage id="progress.left.setByStaff" />
    const type = types.find(({ name }) => name === item.subsection.type)
    if (!type?.weight) return <FormattedMessage id="progress.left.weightless" />
    if (item.share <= 0) return <FormattedMessage id="progress.left.dropped" />
    return <FormattedMessage id="progress.left.share" values={{ share: percentText(intl, item.share) }} />
  }
}

function Due({ due }: Pick<ProgressSubsection, 'due'>) {
  return (
    <span className={styles['due']}>
      {due === null ? (
        <FormattedMessage id="progress.left.noDue" />
      ) : (
        <FormattedMessage
          id="progress.left.due"
          values={{ moment: <Moment key="due" at={due} relative /> }}
        />
      )}
    </span>
  )
}
