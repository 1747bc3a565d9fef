import { Clock } from './Clock.tsx'
import { Faults } from './Faults.tsx'
import styles from './Settings.module.css'
import { Size } from './Size.tsx'
import { State } from './State.tsx'
import { Who } from './Who.tsx'

/** What can be set: who asks, what school it is, how it answers; and the whole of it as a link or a file. */
export function Settings() {
  return (
    <div className={styles['settings']}>
      <div className={styles['group']}>
        <Who />
        <State />
        <Size />
        <Clock />
      </div>
      <div className={styles['group']}>
        <Faults />
      </div>
    </div>
  )
}
