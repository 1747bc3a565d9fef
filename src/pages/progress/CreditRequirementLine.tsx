import { FormattedMessage, useIntl } from 'react-intl'
import type { CreditRequirement } from '#src/domain/progress.ts'
import { percentText } from '#src/i18n/score-words.ts'
import { Moment } from './Moment.tsx'

const STATES = ['satisfied', 'failed', 'submitted', 'declined'] as const

/** One thing that credit is given for, and how it stands. */
export function CreditRequirementLine({ requirement }: { readonly requirement: CreditRequirement }) {
  const intl = useIntl()
  const { name, leastGrade, status, at } = requirement
  const known = STATES.find((state) => state === status)
  return (
    <li data-state={known}>
      <bdi>{name}</bdi>
      {leastGrade === null ? null : (
        <>
          {' '}
          <FormattedMessage
            id="progress.credit.least"
            values={{
              percent: percentText(intl, leastGrade),
            }}
          />
        </>
      )}
      {': '}
      <span>
        {status === null ? (
          <FormattedMessage id="progress.credit.state.open" />
        ) : (
          <FormattedMessage id={`progress.credit.state.${known ?? 'unknown'}`} values={{ status }} />
        )}
        {at === null ? null : (
          <>
            {', '}
            <Moment at={at} dayOnly />
          </>
        )}
      </span>
    </li>
  )
}
