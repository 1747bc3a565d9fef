import { FormattedMessage } from 'react-intl'
import type { CertificateState, Progress } from '#src/domain/progress.ts'
import { AwayLink } from './AwayLink.tsx'
import { CertificateGrade } from './CertificateGrade.tsx'
import { Fact } from './Fact.tsx'
import { Moment } from './Moment.tsx'
import { type CertificateWord, knownCertificate } from './certificate-states.ts'
import { useCourseHome } from './course-home.ts'

/** States in which the course's own pages have something to do or to read. */
const LED_TO_COURSE: ReadonlySet<CertificateWord> = new Set(['requesting', 'error', 'unavailable'])

/** How the learner's certificate stands, in words, with what one can do about it. Nothing for who does not learn here. */
export function CertificateFact({ progress }: { readonly progress: Progress }) {
  const { certificate, track, username, grade } = progress
  const isStaff = useCourseHome()?.isStaff === true
  if (!certificate) {
    if (track === null) return null
    return (
      <Fact
        title={<FormattedMessage id="progress.certificate.title" />}
        state={<FormattedMessage id="progress.certificate.none.state" />}
      >
        <p>
          <FormattedMessage id="progress.certificate.none.text" />
        </p>
      </Fact>
    )
  }
  const known = knownCertificate(certificate.status)
  return (
    <Fact
      title={<FormattedMessage id="progress.certificate.title" />}
      state={
        known ? (
          <FormattedMessage id={`progress.certificate.${known}.state`} />
        ) : (
          <FormattedMessage id="progress.certificate.unknown.state" values={{ status: certificate.status }} />
        )
      }
      actions={<Actions progress={progress} certificate={certificate} known={known} />}
    >
      <p>
        <FormattedMessage id={`progress.certificate.${known ?? 'unknown'}.text`} />
      </p>
      {certificate.availableFrom === null ? null : (
        <p>
          <FormattedMessage
            id="progress.certificate.from"
            values={{ moment: <Moment key="moment" at={certificate.availableFrom} relative /> }}
          />
        </p>
      )}
      {isStaff ? <CertificateGrade username={username} today={grade.percent} /> : null}
    </Fact>
  )
}

interface ActionsProps {
  readonly progress: Progress
  readonly certificate: CertificateState
  readonly known: CertificateWord | null
}

function Actions({ progress, certificate, known }: ActionsProps) {
  const home = useCourseHome()
  const { viewUrl, downloadUrl } = certificate
  const checkUrl = known === 'unverified' ? progress.verification?.url : null
  const courseUrl =
    known === null || LED_TO_COURSE.has(known) ? home?.tabs.find(({ id }) => id === 'progress')?.url : null
  return (
    <>
      {viewUrl ? (
        <AwayLink href={viewUrl}>
          <FormattedMessage id="progress.certificate.view" />
        </AwayLink>
      ) : null}
      {downloadUrl ? (
        <AwayLink href={downloadUrl}>
          <FormattedMessage id="progress.certificate.download" />
        </AwayLink>
      ) : null}
      {checkUrl ? (
        <AwayLink href={checkUrl}>
          <FormattedMessage id="progress.verification.link" />
        </AwayLink>
      ) : null}
      {courseUrl ? (
        <AwayLink href={courseUrl}>
          <FormattedMessage
            id={known === 'requesting' ? 'progress.certificate.request' : 'progress.certificate.course'}
          />
        </AwayLink>
      ) : null}
    </>
  )
}
