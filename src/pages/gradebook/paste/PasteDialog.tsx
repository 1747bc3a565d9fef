import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl'
import type { Assignment } from '#src/domain/course.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import '#src/i18n/later-messages.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { wordsOfColumn } from '#src/i18n/entry-words.ts'
import { Button, IconButton } from '#src/ui/Button.tsx'
import { useToasts } from '#src/ui/toasts.ts'
import { Coverage } from './Coverage.tsx'
import { Mapping } from './Mapping.tsx'
import styles from './PasteDialog.module.css'
import { Preview } from './Preview.tsx'
import { SourceStep } from './SourceStep.tsx'
import { PasteSession, changesIn } from './paste-session.ts'
import { type FileReading, MOST_BYTES, readTextFile } from './read-file.ts'
import type { PasteSource } from './use-pasting.tsx'

interface PasteDialogProps {
  readonly gradebook: Gradebook
  readonly assignments: readonly Assignment[]
  readonly source: PasteSource
  readonly onClose: () => void
}

/** What was left in the dialog, until it is staged: closing it by mistake loses nothing. */
const kept = new WeakMap<Gradebook, PasteSession>()

function sessionOf({ gradebook, assignments }: PasteDialogProps, intl: IntlShape): PasteSession {
  const known = kept.get(gradebook)
  if (known) return known
  const session = new PasteSession({
    gradebook,
    assignments,
    decimal: decimalOf(intl.locale),
    words: (id) => wordsOfColumn(intl, gradebook, id),
    later: (work) => void setTimeout(work),
    clock: () => performance.now(),
  })
  kept.set(gradebook, session)
  return session
}

/** From pasted text or a file to staged changes: what to read, how to read it, what it would do. A native modal dialog. */
export default function PasteDialog(props: PasteDialogProps) {
  const { gradebook, assignments, source, onClose } = props
  const intl = useIntl()
  const toasts = useToasts()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const [session] = useState(() => sessionOf(props, intl))
  const [problem, setProblem] = useState<(FileReading & { kind: 'refused' }) | null>(null)
  const state = useSyncExternalStore(session.changes.subscribe, session.state)

  const readFiles = async (files: readonly File[]): Promise<void> => {
    const read = await readTextFile(files)
    setProblem(read.kind === 'refused' ? read : null)
    if (read.kind === 'text') session.read(read.text)
  }

  // Before anything in it takes the focus.
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  useEffect(() => {
    if (source?.kind === 'text') session.read(source.text)
    else if (source?.kind === 'files') {
      void readFiles(source.files)
    } else session.goOn()
    // oxlint-disable-next-line react/exhaustive-deps -- what the dialog was opened with is taken once
  }, [])

  const count = changesIn(state)
  const hasTable = state.status !== 'empty'
  // What had the focus goes when the table comes.
  useEffect(() => {
    if (hasTable) title.current?.focus()
  }, [hasTable])
  const stage = () =>
    session.stage((learners) => {
      dialog.current?.close()
      toasts.show({
        text: intl.formatMessage({ id: 'pasteTable.staged' }, { count, learners }),
        tone: 'good',
      })
    })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a file dropped anywhere in it is read
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby="paste-title"
      // A file that misses the table must not take the page's place.
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        if (event.dataTransfer.files.length > 0) void readFiles([...event.dataTransfer.files])
      }}
      onClose={() => {
        session.stop()
        onClose()
      }}
    >
      <header className={styles['header']}>
        <h2 id="paste-title" ref={title} tabIndex={-1}>
          <FormattedMessage id="pasteTable.title" />
        </h2>
        <IconButton
          label={intl.formatMessage({ id: 'pasteTable.close' })}
          onPress={() => dialog.current?.close()}
        >
          ✕
        </IconButton>
      </header>
      <div role="alert" className={styles['alert']}>
        {problem ? (
          <p className={styles['bad']}>
            <FormattedMessage
              id={`pasteTable.file.${problem.why}`}
              values={{ name: <bdi key="name">{problem.name}</bdi>, megabytes: MOST_BYTES / 1e6 }}
            />
          </p>
        ) : null}
      </div>
      <div className={styles['content']}>
        <Coverage gradebook={gradebook} session={session} />
        {hasTable ? (
          <>
            {state.mapping ? (
              <Mapping
                table={state.table}
                mapping={state.mapping}
                assignments={assignments}
                onChange={(mapping) => session.map(mapping)}
              />
            ) : null}
            <Preview gradebook={gradebook} assignments={assignments} session={session} state={state} />
          </>
        ) : (
          <SourceStep
            onFiles={(files) => void readFiles(files)}
            onText={(text) => {
              setProblem(null)
              session.read(text)
            }}
          />
        )}
      </div>
      {hasTable ? (
        <footer className={styles['footer']}>
          <Button
            variant="primary"
            isPending={state.status === 'reading' || state.status === 'staging'}
            unavailable={count === 0 ? intl.formatMessage({ id: 'pasteTable.nothing' }) : null}
            onPress={stage}
          >
            <FormattedMessage id="pasteTable.stage" values={{ count }} />
          </Button>
          <Button onPress={() => session.clear()}>
            <FormattedMessage id="pasteTable.other" />
          </Button>
          {state.preview && state.preview.undecided > 0 ? (
            <span className={styles['quiet']}>
              <FormattedMessage id="pasteTable.leftOut" values={{ count: state.preview.undecided }} />
            </span>
          ) : null}
        </footer>
      ) : null}
    </dialog>
  )
}
