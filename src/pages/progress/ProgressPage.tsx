import '#src/i18n/later-messages.ts'
import { useQuery } from '@tanstack/react-query'
import { Suspense, lazy } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type LoaderFunctionArgs, useParams } from 'react-router'
import type { CourseId, LearnerId } from '#src/domain/course.ts'
import { lms } from '#src/lms/connect.ts'
import { q, queryClient, usePrefetched } from '#src/lms/query.ts'
import type { PageHandle } from '#src/pages/page-handle.ts'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import { useNow } from '#src/ui/now.ts'
import { AroundSection } from './AroundSection.tsx'
import { LeftSection } from './LeftSection.tsx'
import { NeedSection } from './NeedSection.tsx'
import { MaskBanner } from './MaskBanner.tsx'
import { ProgressError } from './ProgressError.tsx'
import { Moment } from './Moment.tsx'
import styles from './Progress.module.css'
import { PeriodsSection } from './PeriodsSection.tsx'
import { ScoresSection } from './ScoresSection.tsx'
import { SiteStanding } from './SiteStanding.tsx'
import { StaffBanner } from './StaffBanner.tsx'
import { TotalStanding, isTotalOnly } from './TotalStanding.tsx'
import { WhereSection } from './WhereSection.tsx'
import { WhySection } from './WhySection.tsx'
import { useCourseHome } from './course-home.ts'
import { readForStaff } from './for-staff.ts'
import { isUntold, mustChoose, readStanding } from './must-choose.ts'

const ChooseLearner = lazy(() => import('./ChooseLearner.tsx'))

/** Reads the standing. What stands around it is an extra: without that the page stands all the same. */
export async function loader({ params: { courseId = '', learnerId } }: LoaderFunctionArgs) {
  const course = queryClient.prefetchQuery(q('course', { courseId }))
  try {
    await readStanding(courseId, learnerId ?? null)
    await readForStaff(courseId, learnerId ?? null)
  } finally {
    // What is said of a refusal depends on it, too.
    await course
  }
  return null
}

/** What is refused here is told in this page's own words. */
export const handle: PageHandle = { Refusal: ProgressError }

/** Where a learner stands in a course, why, what is left, what is needed. Staff who do not learn there choose a learner. */
export function Component() {
  const { courseId = '', learnerId = null } = useParams()
  const { data: home } = useQuery(q('courseHome', { courseId }))
  if (mustChoose(home, learnerId) || isUntold(courseId, learnerId)) {
    return (
      <Suspense fallback={null}>
        <ChooseLearner courseId={courseId} />
      </Suspense>
    )
  }
  // Nothing that was typed for one learner stays for the next.
  return <Standing key={learnerId} courseId={courseId} learnerId={learnerId} />
}

interface StandingProps {
  readonly courseId: CourseId
  readonly learnerId: LearnerId | null
}

function Standing({ courseId, learnerId }: StandingProps) {
  const intl = useIntl()
  const progress = usePrefetched(q('progress', { courseId, learnerId }))
  const { data: course } = useQuery(q('course', { courseId }))
  const now = useNow()
  const home = useCourseHome()
  const isMasked = learnerId === null && home?.isMasquerading === true
  const who = progress.name ?? progress.username
  const title =
    learnerId === null && !isMasked
      ? intl.formatMessage({ id: 'progress.title' })
      : intl.formatMessage({ id: 'progress.titleOf' }, { name: who })
  return (
    <div className={styles['page']}>
      <PageTitle parts={[title, course?.name ?? courseId]} />
      <header className={styles['head']}>
        <h1 tabIndex={-1}>{title}</h1>
        <p>
          <FormattedMessage id="progress.lead" />
        </p>
        <p className={styles['onPaper']}>
          <FormattedMessage
            id="progress.onPaper"
            values={{
              username: <bdi key="username">{who}</bdi>,
              moment: <Moment key="now" at={now().toISOString()} />,
            }}
          />
        </p>
      </header>
      {isMasked ? <MaskBanner username={progress.username} /> : null}
      <StaffBanner progress={progress} />
      {isTotalOnly(progress) ? (
        <TotalStanding progress={progress} />
      ) : !lms().capabilities.estimatesTotals ? (
        <>
          <SiteStanding progress={progress} />
          <PeriodsSection periods={progress.periods ?? []} />
          <ScoresSection progress={progress} />
        </>
      ) : (
        <>
          <WhereSection progress={progress} />
          <WhySection progress={progress} />
          <LeftSection progress={progress} />
          <NeedSection progress={progress} />
          <ScoresSection progress={progress} />
          <AroundSection progress={progress} />
        </>
      )}
    </div>
  )
}
