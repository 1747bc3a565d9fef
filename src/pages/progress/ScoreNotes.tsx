import { type ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Progress, ProgressSubsection } from '#src/domain/progress.ts'
import { sightOf } from '#src/domain/score-lists.ts'
import { useNow } from '#src/ui/now.ts'
import { AwayLink } from './AwayLink.tsx'
import { Moment } from './Moment.tsx'
import styles from './Scores.module.css'

interface ScoreNotesProps {
  readonly subsection: ProgressSubsection
  readonly progress: Progress
}

/** What is special about a subsection, in words: overridden, hidden, locked, closed, of no weight. */
export function ScoreNotes({ subsection, progress }: ScoreNotesProps) {
  const { override, due, graded, leftOut, type, hasAccess, url } = subsection
  const now = useNow()().getTime()
  const sight = sightOf(subsection, now)
  const moment = due === null ? null : <Moment key="due" at={due} relative />
  const upgradeUrl = progress.upgrade?.url ?? progress.accessEnd?.upgradeUrl
  // Where periods make the total, work of no type counts as well.
  const counts =
    progress.periods !== undefined || (type !== null && progress.types.some(({ name }) => name === type))
  return (
    <ul className={styles['notes']}>
      {sight === 'shown' ? null : (
        <Note sign="◌">
          <FormattedMessage id={`progress.scores.sight.${sight}`} values={{ moment }} />
        </Note>
      )}
      {override ? (
        <Note sign="◥">
          <FormattedMessage id={`progress.scores.override.${override.through}`} />
          {override.reason === null ? null : (
            <>
              {' '}
              <q>
                <bdi>{override.reason}</bdi>
              </q>
            </>
          )}
        </Note>
      ) : null}
      {hasAccess ? null : (
        <Note sign="⊘">
          <FormattedMessage id="progress.scores.locked" />{' '}
          {upgradeUrl ? (
            <AwayLink href={upgradeUrl}>
              <FormattedMessage id="progress.upgrade.link" />
            </AwayLink>
          ) : null}
        </Note>
      )}
      {hasAccess && url === null ? (
        <Note sign="⊘">
          <FormattedMessage
            id={due !== null && Date.parse(due) < now ? 'progress.scores.closed' : 'progress.scores.notOpen'}
          />
        </Note>
      ) : null}
      {leftOut ? (
        <Note sign="▲">
          <FormattedMessage id="progress.scores.leftOut" />
        </Note>
      ) : null}
      {graded && !counts ? (
        <Note sign="▲">
          <FormattedMessage id="progress.scores.noType" />
        </Note>
      ) : null}
    </ul>
  )
}

function Note({ sign, children }: { readonly sign: string; readonly children: ReactNode }) {
  return (
    <li>
      <span aria-hidden>{sign}</span> {children}
    </li>
  )
}
