import { type ChangeEvent, useId, useRef, useState } from 'react'
import { Button } from '#src/ui/Button.tsx'
import { SnapshotError } from '#mocks/snapshot.ts'
import styles from './Settings.module.css'
import { copyText } from './clipboard.ts'
import { linkTo } from './link.ts'
import { useRoom, useView } from './room.ts'
import { saveFile } from './save-file.ts'

/** The state as a whole: back to the start, as a link, out to a file and in from one. */
export function State() {
  const { control, reload } = useRoom()
  const { changes, scenario } = useView(control)
  const headingId = useId()
  const file = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')

  const copy = async () => {
    const { query, isComplete } = await control.link()
    const link = linkTo(new URL(location.href), query)
    const copied = (await copyText(link))
      ? 'Copied.'
      : `The browser does not let this page copy. The link: ${link}`
    setSaid(isComplete ? copied : `${copied} ${TOO_MANY}`)
  }
  const load = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = currentTarget.files ?? []
    // The same file can be chosen again.
    currentTarget.value = ''
    if (!chosen) return
    try {
      await control.importState(chosen)
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error
      setSaid(`${error.message} Nothing was changed.`)
      return
    }
    reload()
  }
  return (
    <section className={styles['state']} aria-labelledby={headingId}>
      <h2 id={headingId}>
        State <small>{changesInWords(changes)}</small>
      </h2>
      <div className={styles['actions']}>
        <Button
          size="small"
          name="reset"
          onPress={() => {
            control.reset()
            reload()
          }}
        >
          Reset
        </Button>
        <Button size="small" onPress={() => void copy()}>
          Copy a link to this
        </Button>
        <Button
          size="small"
          onPress={() => saveFile(`simulated-lms-${scenario}.json`, control.exportState())}
        >
          Export
        </Button>
        <Button size="small" name="import" onPress={() => file.current?.click()}>
          Import
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label="File to import"
          onChange={(event) => void load(event)}
        />
      </div>
      <output className={styles['said']}>{said}</output>
    </section>
  )
}

const TOO_MANY =
  'There are more changes to the school than a link can carry: export it and send the file along.'

function changesInWords(count: number): string {
  if (count === 0) return 'as the scenario began'
  return count === 1 ? '1 change since the start' : `${count.toLocaleString('en')} changes since the start`
}
