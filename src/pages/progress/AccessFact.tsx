import { FormattedMessage } from 'react-intl'
import type { AccessEnd } from '#src/domain/progress.ts'
import { useNow } from '#src/ui/now.ts'
import { AwayLink } from './AwayLink.tsx'
import { Fact } from './Fact.tsx'
import { Moment } from './Moment.tsx'

/** When access to the course ends or ended, and how to keep it. */
export function AccessFact({ end }: { readonly end: AccessEnd }) {
  const isOver = new Date(end.at) <= useNow()()
  return (
    <Fact
      title={<FormattedMessage id="progress.access.title" />}
      state={
        <FormattedMessage
          id={isOver ? 'progress.access.over' : 'progress.access.ends'}
          values={{ moment: <Moment key="moment" at={end.at} relative /> }}
        />
      }
      actions={
        end.upgradeUrl ? (
          <AwayLink href={end.upgradeUrl}>
            <FormattedMessage id="progress.access.link" />
          </AwayLink>
        ) : null
      }
    >
      <p>
        {end.upgradeUntil === null ? (
          <FormattedMessage
            id={
              !end.upgradeUrl
                ? 'progress.access.noUpgrade'
                : isOver
                  ? 'progress.access.upgradeAgain'
                  : 'progress.access.upgrade'
            }
          />
        ) : (
          <FormattedMessage
            id={isOver ? 'progress.access.upgradeAgainUntil' : 'progress.access.upgradeUntil'}
            values={{ moment: <Moment key="moment" at={end.upgradeUntil} relative /> }}
          />
        )}
      </p>
    </Fact>
  )
}
