import { createPortal } from 'react-dom'
import { Link } from 'react-router'
import { SidePanel } from '#src/ui/SidePanel.tsx'
import { ControlRoom } from './ControlRoom.tsx'
import styles from './Drawer.module.css'
import type { RoomView } from './memory.ts'

interface DrawerProps {
  readonly id: string
  readonly view: RoomView
  readonly onView: (view: RoomView) => void
  readonly onClose: () => void
  /** Called where somebody goes on to the page of the control room. */
  readonly onLeave: () => void
}

/** The control room beside the page, which stays in use. */
export function Drawer({ id, onClose, onLeave, view, ...room }: DrawerProps) {
  return createPortal(
    // Without a name it is no landmark; as a <section> it keeps the panel's <header> from being the page's.
    <section id={id} className={styles['drawer']}>
      <SidePanel
        title="Simulated LMS"
        subtitle={
          <Link to={`/mock?view=${view}`} onClick={onLeave}>
            Open the control room as a page
          </Link>
        }
        closeLabel="Close the control room"
        onClose={onClose}
      >
        <ControlRoom place="drawer" view={view} {...room} />
      </SidePanel>
    </section>,
    document.body,
  )
}
