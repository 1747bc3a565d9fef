import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ExplainedEntry, ExplainedType } from '#src/domain/explain-progress.ts'
import { Folded } from '#src/pages/Folded.tsx'
import { Moment } from './Moment.tsx'
import styles from './EntryList.module.css'
import { type BarKind, barKind } from './bar-kind.ts'
import { percentText } from '#src/i18n/score-words.ts'

/** The scores of a type in words, folded. What nobody unfolds is not drawn: a type can have hundreds. */
export function EntryList({ type }: { readonly type: ExplainedType }) {
  const [isOpen, setOpen] = useState(false)
  const listed = type.entries.filter(({ subsection }) => subsection !== null)
  const missing = type.entries.filter(({ subsection }) => subsection === null)
  if (type.entries.length + type.untold === 0) return null
  return (
    <details className={styles['details']} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <FormattedMessage
          id="progress.why.inWords"
          values={{
            count: listed.length,
            type: (
              <span key="type" className="visually-hidden">
                {type.name}
              </span>
            ),
          }}
        />
      </summary>
      {isOpen ? (
        <Folded items={listed} first={40}>
          {(shown) => (
            <ul className={styles['list']}>
              {shown.map((entry) => (
                <Entry key={entry.subsection?.id} entry={entry} />
              ))}
              {(['counted', 'dropped'] as const).map((standing) => (
                <Missing key={standing} entries={missing} standing={standing} />
              ))}
              {type.untold > 0 ? (
                <li>
                  <FormattedMessage id="progress.why.untold" values={{ count: type.untold }} />
                </li>
              ) : null}
            </ul>
          )}
        </Folded>
      ) : null}
    </details>
  )
}

function Entry({ entry }: { readonly entry: ExplainedEntry }) {
  const intl = useIntl()
  const { subsection, percent } = entry
  if (!subsection) return null
  const { name, score, override } = subsection
  const kind = barKind(entry)
  return (
    <li data-item tabIndex={-1}>
      <bdi className={styles['name']}>{name}</bdi>{' '}
      {percent === null || !score || kind === 'worth-nothing' ? null : (
        <span className={styles['score']}>
          <FormattedMessage
            id="progress.why.score"
            values={{
              percent: percentText(intl, percent),
              earned: score.earned,
              possible: score.possible,
            }}
          />
        </span>
      )}{' '}
      <span className={styles['standing']}>
        <Standing entry={entry} kind={kind} />
      </span>
      {override ? (
        <span className={styles['override']}>
          <FormattedMessage id={`progress.why.override.${override.through}`} />
          {override.reason === null ? null : (
            <>
              {': '}
              <q>
                <bdi>{override.reason}</bdi>
              </q>
            </>
          )}
        </span>
      ) : null}
    </li>
  )
}

function Standing({ entry, kind }: { readonly entry: ExplainedEntry; readonly kind: BarKind }) {
  const { subsection, standing } = entry
  if (kind !== 'hidden') {
    return (
      <FormattedMessage
        id={
          kind === 'locked' && standing === 'dropped'
            ? 'progress.why.standing.locked-dropped'
            : `progress.why.standing.${kind}`
        }
      />
    )
  }
  const due = subsection?.visibility === 'past-due' ? subsection.due : null
  return (
    <>
      {due === null ? (
        <FormattedMessage id="progress.why.standing.hidden" />
      ) : (
        <FormattedMessage
          id="progress.why.standing.hiddenUntil"
          values={{ date: <Moment key="date" at={due} /> }}
        />
      )}
      {', '}
      <FormattedMessage
        id={standing === 'counted' ? 'progress.why.standing.asZero' : 'progress.why.standing.leftOut'}
      />
    </>
  )
}

interface MissingProps {
  readonly entries: readonly ExplainedEntry[]
  readonly standing: 'counted' | 'dropped'
}

function Missing({ entries, standing }: MissingProps) {
  const count = entries.filter((entry) => entry.standing === standing).length
  if (count === 0) return null
  return (
    <li>
      <FormattedMessage id={`progress.why.missing.${standing}`} values={{ count }} />
    </li>
  )
}
