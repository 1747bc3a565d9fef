import { FormattedMessage, useIntl } from 'react-intl'
import type { Progress } from '#src/domain/progress.ts'
import { leftOf } from '#src/domain/progress-left.ts'
import { hasEnded, openWork } from '#src/domain/progress-open.ts'
import { useNow } from '#src/ui/now.ts'
import { Folded } from '#src/pages/Folded.tsx'
import { DueItem, OverdueItem } from './LeftItems.tsx'
import { LeftLocked } from './LeftLocked.tsx'
import styles from './LeftSection.module.css'
import { Moment } from './Moment.tsx'
import { Section } from './Section.tsx'
import { percentText } from '#src/i18n/score-words.ts'

/** What can still bring points: by due date, past due, locked, and not published yet. */
export function LeftSection({ progress }: { readonly progress: Progress }) {
  const now = useNow()()
  const open = openWork(progress, now)
  const { items, overdue, locked } = leftOf(progress, open, now)
  const isEmpty = items.length + overdue.length + locked.length + open.places.length === 0
  return (
    <Section
      title={<FormattedMessage id="progress.left.title" />}
      lead={<FormattedMessage id="progress.left.lead" />}
    >
      {isEmpty ? <Nothing progress={progress} hasEnded={hasEnded(progress, now)} /> : null}
      {items.length > 0 ? (
        <Folded items={items} first={12}>
          {(shown) => (
            <ul className={styles['list']}>
              {shown.map((item) => (
                <DueItem key={item.subsection.id} item={item} types={progress.types} />
              ))}
            </ul>
          )}
        </Folded>
      ) : null}
      {open.places.length > 0 ? <Places places={open.places} /> : null}
      {overdue.length > 0 ? (
        <>
          <h3 className={styles['group']}>
            <FormattedMessage id="progress.left.overdue.title" />
          </h3>
          <p className={styles['quiet']}>
            <FormattedMessage id="progress.left.overdue.lead" />
          </p>
          <Folded items={overdue} first={6}>
            {(shown) => (
              <ul className={styles['list']}>
                {shown.map((subsection) => (
                  <OverdueItem key={subsection.id} subsection={subsection} />
                ))}
              </ul>
            )}
          </Folded>
        </>
      ) : null}
      {locked.length > 0 ? <LeftLocked locked={locked} progress={progress} /> : null}
      {progress.opensMore && !hasEnded(progress, now) ? (
        <p className={styles['note']}>
          <FormattedMessage id="progress.left.opensMore" />
        </p>
      ) : null}
    </Section>
  )
}

interface NothingProps {
  readonly progress: Progress
  readonly hasEnded: boolean
}

function Nothing({ progress: { sections, courseEnd }, hasEnded }: NothingProps) {
  return (
    <p className={styles['empty']}>
      {hasEnded && courseEnd !== null ? (
        <FormattedMessage
          id="progress.left.ended"
          values={{ date: <Moment key="date" at={courseEnd} dayOnly /> }}
        />
      ) : (
        <FormattedMessage id={sections === null ? 'progress.left.unlisted' : 'progress.left.nothing'} />
      )}
    </p>
  )
}

function Places({ places }: { readonly places: ReturnType<typeof openWork>['places'] }) {
  const intl = useIntl()
  return (
    <>
      <h3 className={styles['group']}>
        <FormattedMessage
          id={
            places.every(({ share }) => share !== null)
              ? 'progress.left.places.title'
              : 'progress.left.places.titleUnseen'
          }
        />
      </h3>
      <ul className={styles['list']}>
        {places.map(({ type, count, share }) => (
          <li key={type} className={styles['item']}>
            <bdi className={styles['name']}>{type}</bdi>{' '}
            <span className={styles['quiet']}>
              {share === null ? (
                <FormattedMessage id="progress.left.places.unseen" values={{ count }} />
              ) : (
                <FormattedMessage
                  id="progress.left.places.count"
                  values={{ count, share: percentText(intl, share) }}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
