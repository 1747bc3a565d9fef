import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Assignment } from '#src/domain/course.ts'
import type { PastedTable } from '#src/domain/paste-columns.ts'
import { PASTE_CLASSES, type PasteClass, type PastePreview } from '#src/domain/paste-preview.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { Button } from '#src/ui/Button.tsx'
import { PassingButton } from '#src/ui/PassingButton.tsx'
import styles from './Preview.module.css'
import { PreviewLine } from './PreviewLine.tsx'
import type { PasteSession, PasteState } from './paste-session.ts'

interface PreviewProps {
  readonly gradebook: Gradebook
  readonly assignments: readonly Assignment[]
  readonly session: PasteSession
  readonly state: PasteState
}

/** Lines drawn at once. */
const PAGE = 50

/** What a paste would do, line by line; what needs a person can be picked out. */
export function Preview({ gradebook, assignments, session, state }: PreviewProps) {
  const intl = useIntl()
  const { preview, status, progress, extraCredit } = state
  const label = intl.formatMessage({ id: 'pasteTable.result' })
  return (
    <section className={styles['preview']} aria-label={label} tabIndex={-1}>
      <h3>{label}</h3>
      {progress === null ? null : (
        <div className={styles['row']}>
          <progress aria-label={intl.formatMessage({ id: 'pasteTable.progress' })} value={progress} max={1} />
          <PassingButton size="small" onPress={() => session.stop()}>
            <FormattedMessage id="pasteTable.stop" />
          </PassingButton>
        </div>
      )}
      {status === 'stopped' ? (
        <div className={styles['row']}>
          <FormattedMessage id="pasteTable.stopped" />
          <PassingButton size="small" onPress={() => session.goOn()}>
            <FormattedMessage id="pasteTable.goOn" />
          </PassingButton>
        </div>
      ) : null}
      <p role="status">
        {(status === 'done' || status === 'staging') && preview ? <Said preview={preview} /> : null}
      </p>
      {preview ? (
        <>
          {preview.groups.over.count > 0 ? (
            <label className={styles['check']}>
              <input
                type="checkbox"
                checked={extraCredit}
                onChange={(event) => session.meanExtraCredit(event.target.checked)}
              />
              <FormattedMessage id="pasteTable.extraCredit" values={{ count: preview.groups.over.count }} />
            </label>
          ) : null}
          {/* Another way of reading begins at the start again. */}
          <Lines
            key={JSON.stringify(preview.mapping)}
            gradebook={gradebook}
            assignments={assignments}
            session={session}
            preview={preview}
            table={state.table}
            extraCredit={extraCredit}
          />
        </>
      ) : null}
    </section>
  )
}

/** The sum of it in a sentence: what a screen reader hears of a new preview. */
function Said({ preview: { lines, groups, undecided, mapping } }: { readonly preview: PastePreview }) {
  const isBy = (kind: 'learner' | 'score') => mapping.roles.some((role) => role.kind === kind)
  if (!isBy('learner')) return <FormattedMessage id="pasteTable.noLearnerColumn" />
  if (!isBy('score')) return <FormattedMessage id="pasteTable.noScoreColumn" />
  return (
    <FormattedMessage
      id="pasteTable.said"
      values={{
        lines: lines.length,
        changes: groups.change.count,
        lowers: groups.lowers.count,
        open: undecided + groups.unknown.count + groups.nobody.count + groups.duplicate.count,
        refused: groups.refused.count,
      }}
    />
  )
}

interface LinesProps extends Omit<PreviewProps, 'state'> {
  readonly preview: PastePreview
  readonly table: PastedTable
  readonly extraCredit: boolean
}

function Lines({ gradebook, assignments, session, preview, table, extraCredit }: LinesProps) {
  const intl = useIntl()
  const [wanted, setWanted] = useState<PasteClass | null>(null)
  const [wantedPage, setPage] = useState(0)
  const { groups } = preview
  const picked = wanted !== null && groups[wanted].count > 0 ? wanted : null
  const show = (name: PasteClass | null) => {
    setWanted(name)
    setPage(0)
  }
  const places = picked === null ? null : groups[picked].lines
  const total = places ? places.length : preview.lines.length
  const page = Math.min(wantedPage, Math.max(0, Math.ceil(total / PAGE) - 1))
  const first = page * PAGE
  const end = Math.min(first + PAGE, total)
  const shown = places
    ? places.slice(first, end).flatMap((place) => preview.lines[place] ?? [])
    : preview.lines.slice(first, end)
  return (
    <>
      <div
        className={styles['filters']}
        role="group"
        aria-label={intl.formatMessage({ id: 'pasteTable.filters' })}
      >
        <Button size="small" aria-pressed={picked === null} onPress={() => show(null)}>
          <FormattedMessage id="pasteTable.all" values={{ count: preview.lines.length }} />
        </Button>
        {PASTE_CLASSES.filter((name) => groups[name].count > 0).map((name) => (
          <Button
            key={name}
            size="small"
            data-class={name}
            aria-pressed={picked === name}
            onPress={() => show(name)}
          >
            <FormattedMessage id={`pasteTable.class.${name}`} values={{ count: groups[name].count }} />
          </Button>
        ))}
      </div>
      <ol
        // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari forgets that lists without bullets are lists
        role="list"
        className={styles['lines']}
        aria-label={intl.formatMessage({ id: 'pasteTable.lines' })}
      >
        {shown.map((line) => (
          <PreviewLine
            key={line.number}
            line={line}
            gradebook={gradebook}
            assignments={assignments}
            chosen={preview.chosen.get(line.number) ?? null}
            mapping={preview.mapping}
            texts={table[line.number - 1] ?? []}
            possible={preview.course.possible}
            extraCredit={extraCredit}
            onChoose={(learnerId, candidates) => session.choose(line.number, learnerId, candidates)}
          />
        ))}
      </ol>
      {total > PAGE ? (
        <div className={styles['row']}>
          <Button
            size="small"
            unavailable={page === 0 ? intl.formatMessage({ id: 'pasteTable.firstPage' }) : null}
            onPress={() => setPage(page - 1)}
          >
            <FormattedMessage id="pasteTable.previous" />
          </Button>
          <Button
            size="small"
            unavailable={end === total ? intl.formatMessage({ id: 'pasteTable.lastPage' }) : null}
            onPress={() => setPage(page + 1)}
          >
            <FormattedMessage id="pasteTable.next" />
          </Button>
          <span role="status">
            <FormattedMessage id="pasteTable.page" values={{ first: first + 1, end, total }} />
          </span>
        </div>
      ) : null}
    </>
  )
}
