import { FormattedMessage } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import { AccessFact } from './AccessFact.tsx'
import styles from './Around.module.css'
import { CertificateFact } from './CertificateFact.tsx'
import { CompletionFact } from './CompletionFact.tsx'
import { CreditFact } from './CreditFact.tsx'
import { LinksFact } from './LinksFact.tsx'
import { Section } from './Section.tsx'
import { UpgradeFact } from './UpgradeFact.tsx'
import { VerificationFact } from './VerificationFact.tsx'

/** What stands around the grade: how far the learner is, certificate, credit, access, and where to go from here. */
export function AroundSection({ progress }: { readonly progress: Progress }) {
  const { completion, credit, accessEnd, upgrade } = progress
  return (
    <Section title={<FormattedMessage id="progress.around.title" />}>
      <div className={styles['facts']}>
        {completion ? <CompletionFact completion={completion} opensMore={progress.opensMore} /> : null}
        <CertificateFact progress={progress} />
        {accessEnd ? <AccessFact end={accessEnd} /> : null}
        {upgrade ? <UpgradeFact upgrade={upgrade} progress={progress} /> : null}
        <VerificationFact progress={progress} />
        {credit ? <CreditFact credit={credit} username={progress.username} /> : null}
        <LinksFact progress={progress} />
      </div>
    </Section>
  )
}
