import { useIntl } from 'react-intl'
import type { AssignmentType } from '#src/domain/course.ts'
import styles from './WeightBar.module.css'
import { percentText } from '#src/i18n/score-words.ts'
import { totalWeight } from './policy-rows.ts'
import { weightPicture } from './weight-bar.ts'

/** A bar of weights by assignment type, told in words too; the table below it says more. */
export function WeightBar({ types }: { types: readonly AssignmentType[] }) {
  const intl = useIntl()
  const { parts, rest, full } = weightPicture(types)
  if (parts.length === 0) return null
  const list = intl.formatList(
    parts.map(({ type }) =>
      intl.formatMessage(
        { id: 'gradingInfo.weights.part' },
        { name: type.name, weight: percentText(intl, type.weight ?? 0) },
      ),
    ),
  )
  const total = percentText(intl, totalWeight(types))
  return (
    <figure className={styles['figure']}>
      <figcaption className="visually-hidden">
        {intl.formatMessage({ id: 'gradingInfo.weights.picture' }, { list, total })}
      </figcaption>
      <div
        aria-hidden
        className={styles['bar']}
        style={{ '--full': full }}
        data-beyond={full < 1 || undefined}
      >
        {parts.map(({ type, place, width }) => (
          <span key={place} className={styles['part']} data-shade={place % 6} style={{ '--width': width }}>
            <span className={styles['label']}>
              <bdi>{type.name}</bdi>
              <b>{percentText(intl, type.weight ?? 0)}</b>
            </span>
          </span>
        ))}
        {full < 1 ? <span className={styles['full']}>{percentText(intl, 1)}</span> : null}
        {rest > 0 ? <span className={styles['rest']} style={{ '--width': rest }} /> : null}
      </div>
    </figure>
  )
}
