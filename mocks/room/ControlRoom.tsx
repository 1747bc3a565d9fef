import { Suspense, lazy, useEffect, useRef, useSyncExternalStore } from 'react'
import styles from './ControlRoom.module.css'
import { Settings } from './Settings.tsx'
import { Tabs } from './Tabs.tsx'
import type { RoomView } from './memory.ts'
import { useRoom } from './room.ts'

const Requests = lazy(() => import('./requests/Requests.tsx').then(({ Requests }) => ({ default: Requests })))
const Catalogue = lazy(() =>
  import('./catalogue/Catalogue.tsx').then(({ Catalogue }) => ({ default: Catalogue })),
)

interface ControlRoomProps {
  /** Where it stands. */
  readonly place: 'page' | 'drawer'
  readonly view: RoomView
  readonly onView: (view: RoomView) => void
}

/** Everything that steers and shows the simulated LMS. Not for production, so its words are English only. */
export function ControlRoom({ place, view, onView }: ControlRoomProps) {
  const { control, log, takeFocus } = useRoom()
  const count = useSyncExternalStore(log.subscribe, log.exchanges).length
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const name = takeFocus()
    if (name !== '') room.current?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus()
  }, [takeFocus])
  return (
    <div ref={room} className={styles['room']} data-room={place} lang="en">
      {control.notices.map((notice) => (
        <p key={notice} className={styles['notice']}>
          {notice}
        </p>
      ))}
      <Tabs
        label="Parts of the control room"
        tabs={[
          { value: 'settings', label: 'Settings' },
          {
            value: 'requests',
            label: (
              <>
                Requests <small>{count}</small>
              </>
            ),
          },
          { value: 'catalogue', label: 'Endpoints' },
        ]}
        value={view}
        onChange={onView}
      >
        <Suspense>
          {view === 'settings' && <Settings />}
          {view === 'requests' && <Requests />}
          {view === 'catalogue' && <Catalogue />}
        </Suspense>
      </Tabs>
    </div>
  )
}
