import '#src/i18n/later-messages.ts'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { CourseId, LearnerId } from '#src/domain/course.ts'
import type { Progress } from '#src/domain/progress.ts'
import { displayName } from '#src/domain/view.ts'
import { lms } from '#src/lms/connect.ts'
import { q } from '#src/lms/query.ts'
import Submissions from '#src/pages/Submissions.tsx'
import { lastLearnerOrder } from '#src/pages/learner-order.ts'
import { path } from '#src/paths.ts'
import { Button } from '#src/ui/Button.tsx'
import { FindLearner } from './FindLearner.tsx'
import { LearnerMoves } from './LearnerMoves.tsx'
import styles from './StaffView.module.css'
import { StoredGrade } from './StoredGrade.tsx'
import { useTimeZone } from './time-zone.ts'

export interface StaffViewProps {
  readonly progress: Progress
  readonly courseId: CourseId
  /** Null on one's own page. */
  readonly learnerId: LearnerId | null
}

/** Whose page it is, who sees it so, and the ways on: other learners, the gradebook, what was sent in. */
export default function StaffView({ progress, courseId, learnerId }: StaffViewProps) {
  const intl = useIntl()
  const [isChoosing, setChoosing] = useState(false)
  const { username } = progress
  const isOther = learnerId !== null
  // The loader has just read them.
  const grades = useQuery({
    ...q('learnerGrades', { courseId, username }),
    enabled: isOther,
    refetchOnMount: false,
  })
  const row = grades.data?.rows?.[0]
  const { data: viewer } = useQuery(q('viewer', {}))
  const timeZone = useTimeZone()
  const showsSubmissions = isOther && viewer?.globalStaff === true && lms().submissions !== undefined
  return (
    <section className={styles['staff']} aria-label={intl.formatMessage({ id: 'progress.staff.label' })}>
      <div className={styles['bar']}>
        <p className={styles['who']}>
          <FormattedMessage
            id={isOther ? 'progress.staff.learner' : 'progress.staff.self'}
            values={{
              name: <bdi key="name">{row ? displayName(row.learner) : username}</bdi>,
              username: <bdi key="username">{username}</bdi>,
              isNamed: String(row?.learner.name != null),
              b: strong,
            }}
          />
        </p>
        <div className={styles['ways']}>
          {isOther && lms().gradebook ? <LearnerMoves courseId={courseId} learnerId={learnerId} /> : null}
          <Button size="small" aria-expanded={isChoosing} onPress={() => setChoosing(!isChoosing)}>
            <FormattedMessage id="progress.staff.choose" />
          </Button>
          <GradebookLink courseId={courseId} />
        </div>
      </div>
      {isChoosing ? <FindLearner courseId={courseId} /> : null}
      {isOther ? <StoredGrade progress={progress} stored={row?.total ?? null} /> : null}
      {showsSubmissions ? (
        <Submissions
          courseId={courseId}
          username={username}
          subsectionId={null}
          timeZone={timeZone}
          level={2}
        />
      ) : null}
    </section>
  )
}

/** Back to the gradebook as it was: its filters, its order, its search. */
function GradebookLink({ courseId }: { readonly courseId: CourseId }) {
  const order = lastLearnerOrder(courseId)
  return (
    <Link
      to={{ pathname: path.gradebook({ courseId }), search: order?.search ?? '' }}
      state={order?.state}
      className={styles['back']}
    >
      <FormattedMessage id="progress.staff.gradebook" />
    </Link>
  )
}

const strong = (words: ReactNode[]) => <b key="b">{words}</b>
