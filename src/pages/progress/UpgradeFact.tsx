import { FormattedMessage, useIntl } from 'react-intl'
import { gradedSubsections } from '#src/domain/progress-works.ts'
import type { Progress, Upgrade } from '#src/domain/progress.ts'
import { AwayLink } from './AwayLink.tsx'
import { Fact } from './Fact.tsx'
import { priceText } from './price-text.ts'

interface UpgradeFactProps {
  readonly upgrade: Upgrade
  readonly progress: Progress
}

/** The paid track to which the learner could go up, and what is closed without it. */
export function UpgradeFact({ upgrade, progress }: UpgradeFactProps) {
  const intl = useIntl()
  const locked = gradedSubsections(progress).filter(({ hasAccess }) => !hasAccess).length
  return (
    <Fact
      title={<FormattedMessage id="progress.upgrade.title" />}
      state={
        upgrade.price ? (
          <FormattedMessage id="progress.upgrade.price" values={{ price: priceText(intl, upgrade.price) }} />
        ) : (
          <FormattedMessage id="progress.upgrade.offered" />
        )
      }
      actions={
        // Where access ends, the way up stands with its end.
        upgrade.url && !progress.accessEnd?.upgradeUrl ? (
          <AwayLink href={upgrade.url}>
            <FormattedMessage id="progress.upgrade.link" />
          </AwayLink>
        ) : null
      }
    >
      {locked > 0 ? (
        <p>
          <FormattedMessage id="progress.upgrade.locked" values={{ count: locked }} />
        </p>
      ) : null}
    </Fact>
  )
}
