import { useSearchParams } from 'react-router'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import { ControlRoom } from './ControlRoom.tsx'
import styles from './RoomPage.module.css'
import { type Room, RoomProvider } from './room.ts'
import { isRoomView } from './memory.ts'

/** The control room as a page of its own. */
export function RoomPage({ room }: { readonly room: Room }) {
  const [query, setQuery] = useSearchParams()
  const asked = query.get('view')
  return (
    <div className={styles['page']}>
      <PageTitle parts={['Simulated LMS']} />
      <header>
        <h1 tabIndex={-1}>Simulated LMS</h1>
        <p lang="en">
          The screens ask a school that lives in this tab. What is set here changes it, and nobody else’s.
        </p>
      </header>
      <RoomProvider value={room}>
        <ControlRoom
          place="page"
          view={isRoomView(asked) ? asked : 'settings'}
          onView={(view) => setQuery(view === 'settings' ? {} : { view }, { replace: true })}
        />
      </RoomProvider>
    </div>
  )
}
