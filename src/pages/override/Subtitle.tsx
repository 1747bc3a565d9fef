import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Assignment, CourseId, Learner, SubsectionId } from '#src/domain/course.ts'
import { displayName } from '#src/domain/view.ts'
import { lms } from '#src/lms/connect.ts'
import type { GradebookOutlet } from '#src/lms/gradebook-outlet.ts'
import { q } from '#src/lms/query.ts'
import { path } from '#src/paths.ts'
import { When } from './When.tsx'
import { percentText } from '#src/i18n/score-words.ts'

interface SubtitleProps {
  readonly outlet: GradebookOutlet
  /** Null while nobody has told. */
  readonly learner: Learner | null
  readonly assignment: Assignment | null
}

/** Who, what it weighs, and when it is due for them: "Amara Okafor · 15% Homework · due 20 Sept, 23:59". */
export function Subtitle({ outlet, learner, assignment }: SubtitleProps) {
  const intl = useIntl()
  const type = assignment && outlet.info.types.find(({ name }) => name === assignment.type)
  return (
    <>
      {learner ? <LearnerName courseId={outlet.gradebook.courseId} learner={learner} /> : null}
      {learner && assignment?.type ? ' · ' : null}
      {assignment?.type ? (
        <>
          {type?.weight == null ? null : `${percentText(intl, type.weight)} `}
          <bdi>{assignment.type}</bdi>
        </>
      ) : null}
      {learner && assignment ? <Due outlet={outlet} learner={learner} subsectionId={assignment.id} /> : null}
    </>
  )
}

/** Leads to their progress, where the server tells it. */
function LearnerName({ courseId, learner }: { readonly courseId: CourseId; readonly learner: Learner }) {
  const name = <bdi>{displayName(learner)}</bdi>
  if (!lms().progress) return name
  return <Link to={path.progress({ courseId, learnerId: learner.id })}>{name}</Link>
}

interface DueProps {
  readonly outlet: GradebookOutlet
  readonly learner: Learner
  readonly subsectionId: SubsectionId
}

/** When it is due. Nothing where the server does not tell: not every grader may read it, and nobody needs it to grade. */
function Due({ outlet: { gradebook }, learner, subsectionId }: DueProps) {
  const { lms, courseId } = gradebook
  const dates = useQuery({
    ...q('dueDates', { courseId, learnerId: learner.id }),
    enabled: lms.dueDates !== undefined,
  })
  const due = dates.data?.get(subsectionId)
  if (due === undefined) return null
  return (
    <FormattedMessage id="override.due" values={{ when: <When at={due} /> }}>
      {(words: ReactNode[]) => <> · {words}</>}
    </FormattedMessage>
  )
}
