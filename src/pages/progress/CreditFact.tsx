import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { useParams } from 'react-router'
import type { Credit } from '#src/domain/progress.ts'
import { lms } from '#src/lms/connect.ts'
import { q } from '#src/lms/query.ts'
import styles from './Around.module.css'
import { AwayLink } from './AwayLink.tsx'
import { CreditRequirementLine } from './CreditRequirementLine.tsx'
import { Fact } from './Fact.tsx'
import { Moment } from './Moment.tsx'

interface CreditFactProps {
  readonly credit: Credit
  readonly username: string
}

/** Whether the course gives academic credit to this learner, what it takes, and until when it can be asked for. */
export function CreditFact({ credit: { eligibility, url, requirements }, username }: CreditFactProps) {
  return (
    <Fact
      title={<FormattedMessage id="progress.credit.title" />}
      state={<FormattedMessage id={`progress.credit.${eligibility ?? 'unknown'}`} />}
      actions={
        url ? (
          <AwayLink href={url}>
            <FormattedMessage
              id={eligibility === 'eligible' ? 'progress.credit.ask' : 'progress.credit.dashboard'}
            />
          </AwayLink>
        ) : null
      }
    >
      {eligibility === 'eligible' ? <Deadline username={username} /> : null}
      {requirements.length > 0 ? (
        <ul className={styles['requirements']}>
          {requirements.map((requirement) => (
            <CreditRequirementLine key={requirement.name} requirement={requirement} />
          ))}
        </ul>
      ) : null}
    </Fact>
  )
}

function Deadline({ username }: { readonly username: string }) {
  const { courseId = '' } = useParams()
  const { data: deadline } = useQuery({
    ...q('creditDeadline', { courseId, username }),
    enabled: lms().creditDeadline !== undefined,
  })
  // Not read yet, or not for this viewer to know.
  if (deadline === undefined) return null
  return (
    <p>
      {deadline === null ? (
        <FormattedMessage id="progress.credit.noDeadline" />
      ) : (
        <FormattedMessage
          id="progress.credit.deadline"
          values={{ moment: <Moment key="moment" at={deadline} relative /> }}
        />
      )}
    </p>
  )
}
