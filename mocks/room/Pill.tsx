import { Suspense, lazy, useId, useRef, useState } from 'react'
import styles from './Pill.module.css'
import type { RoomView } from './memory.ts'
import { type Room, RoomProvider, useView } from './room.ts'

const Drawer = lazy(() => import('./Drawer.tsx').then(({ Drawer }) => ({ default: Drawer })))

/**
 * Says that the LMS is simulated, who is asking, which scenario it is and how many faults are on; opens the control room
 * beside the page. Not for production, so its words are English only.
 */
export function Pill({ room }: { readonly room: Room }) {
  const { control } = room
  const { user, scenario, faults } = useView(control)
  const id = useId()
  const pill = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(room.wasOpen)
  const [view, setView] = useState<RoomView>('settings')
  return (
    <>
      <button
        ref={pill}
        type="button"
        className={styles['pill']}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        data-notice={control.notices.length > 0 || faults.length > 0 || undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles['long']}>
          {['Simulated LMS', user, scenario, ...faultCount(faults.length)].join(' · ')}
        </span>
        <span className={styles['short']} aria-hidden>
          {user}
        </span>
      </button>
      {isOpen ? (
        <RoomProvider value={room}>
          <Suspense>
            <Drawer
              id={id}
              view={view}
              onView={setView}
              onLeave={() => setOpen(false)}
              onClose={() => {
                setOpen(false)
                pill.current?.focus()
              }}
            />
          </Suspense>
        </RoomProvider>
      ) : null}
    </>
  )
}

function faultCount(count: number): string[] {
  return count === 0 ? [] : [count === 1 ? '1 fault' : `${count} faults`]
}
