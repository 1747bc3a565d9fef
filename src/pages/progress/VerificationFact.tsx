import { FormattedMessage } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import { AwayLink } from './AwayLink.tsx'
import { Fact } from './Fact.tsx'
import { Moment } from './Moment.tsx'

const STATES = ['none', 'pending', 'approved', 'expired', 'must_reverify', 'denied'] as const

/** How the check of the learner's identity stands. Nothing where nobody asks for one. */
export function VerificationFact({ progress: { verification } }: { readonly progress: Progress }) {
  if (!verification) return null
  const { status, at, url } = verification
  if (status === 'none' && !url) return null
  const known = STATES.find((state) => state === status)
  return (
    <Fact
      title={<FormattedMessage id="progress.verification.title" />}
      state={
        known ? (
          <FormattedMessage id={`progress.verification.${known}.state`} />
        ) : (
          <FormattedMessage id="progress.verification.unknown.state" values={{ status }} />
        )
      }
      actions={
        url ? (
          <AwayLink href={url}>
            <FormattedMessage id="progress.verification.link" />
          </AwayLink>
        ) : null
      }
    >
      <p>
        <FormattedMessage id={`progress.verification.${known ?? 'unknown'}.text`} />
      </p>
      {at === null ? null : (
        <p>
          <FormattedMessage
            id="progress.verification.at"
            values={{ moment: <Moment key="moment" at={at} dayOnly /> }}
          />
        </p>
      )}
    </Fact>
  )
}
