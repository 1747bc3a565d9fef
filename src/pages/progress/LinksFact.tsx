import { FormattedMessage } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import styles from './Around.module.css'
import { AwayLink } from './AwayLink.tsx'
import { Fact } from './Fact.tsx'
import { useCourseHome } from './course-home.ts'

/** The course's own pages; for staff also where its grading is set up. */
export function LinksFact({ progress: { studioUrl } }: { readonly progress: Progress }) {
  const home = useCourseHome()
  // This page stands in place of the course's own.
  const tabs = (home?.tabs ?? []).filter(({ id }) => id !== 'progress')
  const studio = home?.isStaff === true ? studioUrl : null
  if (tabs.length === 0 && studio === null) return null
  return (
    <Fact title={<FormattedMessage id="progress.links.title" />}>
      <ul className={styles['links']}>
        {tabs.map(({ id, name, url }) => (
          <li key={id}>
            <AwayLink href={url}>
              <bdi>{name}</bdi>
            </AwayLink>
          </li>
        ))}
        {studio === null ? null : (
          <li>
            <AwayLink href={studio}>
              <FormattedMessage id="progress.links.studio" />
            </AwayLink>
          </li>
        )}
      </ul>
    </Fact>
  )
}
