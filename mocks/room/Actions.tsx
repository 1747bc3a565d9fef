import { useState } from 'react'
import { Button } from '#src/ui/Button.tsx'
import type { Control } from '#mocks/control.ts'
import styles from './Pill.module.css'
import { linkTo } from './link.ts'

interface ActionsProps {
  readonly control: Control
  readonly reload: () => void
}

/** Sets the simulated LMS back to its start, and copies a link to this page in this state. */
export function Actions({ control, reload }: ActionsProps) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    const link = linkTo(new URL(location.href), control.link())
    try {
      await navigator.clipboard.writeText(link)
      setSaid('Copied')
    } catch {
      // Refused by the person or the browser, or absent: an address without https has no clipboard.
      setSaid(`The browser does not let this page copy. The link: ${link}`)
    }
  }
  return (
    <div className={styles['actions']}>
      <Button
        size="small"
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
      <output>{said}</output>
    </div>
  )
}
