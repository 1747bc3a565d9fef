import { FormattedMessage } from 'react-intl'
import type { Progress, ProgressSubsection } from '#src/domain/progress.ts'
import { Folded } from '#src/pages/Folded.tsx'
import { Name } from './LeftItems.tsx'
import styles from './LeftSection.module.css'

interface LeftLockedProps {
  readonly locked: readonly ProgressSubsection[]
  readonly progress: Pick<Progress, 'upgrade' | 'accessEnd'>
}

/** Work that counts and is closed to the learner until they upgrade: how much, the way to it, the names on demand. */
export function LeftLocked({ locked, progress: { upgrade, accessEnd } }: LeftLockedProps) {
  const url = upgrade?.url ?? accessEnd?.upgradeUrl ?? null
  return (
    <>
      <h3 className={styles['group']}>
        <FormattedMessage id="progress.left.locked.title" />
      </h3>
      <p className={styles['quiet']}>
        <FormattedMessage id="progress.left.locked.lead" values={{ count: locked.length }} />{' '}
        {url === null ? null : (
          <a href={url}>
            <FormattedMessage id="progress.left.locked.upgrade" />
          </a>
        )}
      </p>
      <details className={styles['details']}>
        <summary>
          <FormattedMessage id="progress.left.locked.list" />
        </summary>
        <Folded items={locked} first={30}>
          {(shown) => (
            <ul className={styles['list']}>
              {shown.map((subsection) => (
                <li key={subsection.id} className={styles['item']} data-item tabIndex={-1}>
                  <Name subsection={subsection} />
                </li>
              ))}
            </ul>
          )}
        </Folded>
      </details>
    </>
  )
}
