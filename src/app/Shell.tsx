import { useQuery } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, Outlet, useLocation, useMatch, useNavigation, useParams } from 'react-router'
import { q } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { ToastsProvider } from '#src/ui/Toasts.tsx'
import { useSiteName } from '#src/ui/site.ts'
import styles from './Shell.module.css'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { UserBadge } from './UserBadge.tsx'
import { focusHeading } from './focus-heading.ts'

/**
 * The frame of every page: site, course, navigation, theme, user.
 * @param slot stands at the end of the top bar
 */
export function Shell({ slot }: { slot: ReactNode }) {
  const main = useRef<HTMLElement>(null)
  useFocusOnNavigation(main)
  const { courseId } = useParams()
  const busy = useNavigation().state === 'loading'
  const intl = useIntl()
  return (
    <ToastsProvider dismissLabel={intl.formatMessage({ id: 'shell.dismiss' })}>
      <div className={styles['shell']}>
        <a
          href="#content"
          className={styles['skip']}
          onClick={(event) => {
            // The browser's own jump is a new history entry, without what the page keeps in this one (its search).
            event.preventDefault()
            main.current?.focus()
          }}
        >
          <FormattedMessage id="shell.skip" />
        </a>
        <header className={styles['top']}>
          <Link to={path.courses({ all: true })} className={styles['mark']}>
            <i aria-hidden />
            <span>{useSiteName()}</span>
          </Link>
          {courseId === undefined ? null : <CourseName courseId={courseId} />}
          {courseId === undefined ? null : <CourseTabs courseId={courseId} />}
          <div className={styles['end']}>
            {slot}
            <ThemeSwitch />
            <UserBadge />
          </div>
        </header>
        <div className={styles['progress']} data-busy={busy || undefined} />
        <main id="content" ref={main} tabIndex={-1} className={styles['main']} aria-busy={busy}>
          <Outlet />
        </main>
      </div>
    </ToastsProvider>
  )
}

/** The views of a course. Who is known to be no staff there is offered their own progress only. */
function CourseTabs({ courseId }: { courseId: string }) {
  const intl = useIntl()
  const view = useMatch('/:courseId/:view/*')?.params['view']
  const current = view === 'grading-info' || view === 'progress' ? view : 'gradebook'
  // Read by the pages that need it; the tabs ask for nothing themselves.
  const { data: home } = useQuery({ ...q('courseHome', { courseId }), enabled: false })
  const offersGrading = home?.isStaff !== false
  const tab = (id: string, to: string, label: ReactNode) => (
    <Link to={to} aria-current={current === id ? 'page' : undefined}>
      {label}
    </Link>
  )
  return (
    <nav className={styles['tabs']} aria-label={intl.formatMessage({ id: 'shell.nav' })}>
      {offersGrading ? (
        <>
          {tab('gradebook', path.gradebook({ courseId }), <FormattedMessage id="gradebook.title" />)}
          {tab('grading-info', path.gradingInfo({ courseId }), <FormattedMessage id="shell.gradingInfo" />)}
        </>
      ) : null}
      {tab('progress', path.progress({ courseId }), <FormattedMessage id="shell.progress" />)}
    </nav>
  )
}

/** The course by its name; the key stands there only until the name is known, or where no server tells it. */
function CourseName({ courseId }: { courseId: string }) {
  const { data, isError } = useQuery(q('course', { courseId }))
  const facts = data && [data.org, data.number, data.run].filter(Boolean).join(' · ')
  return (
    <div className={styles['course']}>
      <bdi className={styles['courseName']}>{data?.name ?? (isError ? courseId : '')}</bdi>
      {facts ? <small>{facts}</small> : null}
    </div>
  )
}

/** Moves focus to the new page's heading, so that a screen reader and the keyboard start there; panels keep theirs. */
function useFocusOnNavigation(main: RefObject<HTMLElement | null>) {
  const { pathname } = useLocation()
  const page = pathname.replace(/\/learners\/[^/]+\/[^/]+\/?$/, '')
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    focusHeading(main.current)
  }, [page, main])
}
