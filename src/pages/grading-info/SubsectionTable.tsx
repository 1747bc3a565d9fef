import { FormattedMessage } from 'react-intl'
import type { GradingInfo, OutlineSubsection } from '#src/domain/course.ts'
import styles from './GradingInfo.module.css'
import table from './Table.module.css'
import { TypeName } from './TypeTable.tsx'
import { type SubsectionGroup, subsectionGroups } from './policy-rows.ts'

/** All subsections of the course outline by type: label, name, graded or not. */
export function SubsectionTable({ info }: { info: GradingInfo }) {
  if (info.subsections.length === 0) {
    return (
      <p className={styles['quiet']}>
        <FormattedMessage id="gradingInfo.subsections.none" />
      </p>
    )
  }
  return (
    <table className={table['table']}>
      <thead>
        <tr>
          <th scope="col" className={table['labelCell']}>
            <FormattedMessage id="gradingInfo.subsections.label" />
          </th>
          <th scope="col">
            <FormattedMessage id="gradingInfo.subsections.name" />
          </th>
          <th scope="col" className={table['state']}>
            <FormattedMessage id="gradingInfo.subsections.graded" />
          </th>
        </tr>
      </thead>
      {subsectionGroups(info).map((group) => (
        <Group key={group.type === null ? 'none' : `type ${group.type}`} group={group} />
      ))}
    </table>
  )
}

function Group({ group }: { group: SubsectionGroup }) {
  const { subsections } = group
  const graded = subsections.filter((subsection) => subsection.graded).length
  return (
    <tbody>
      <tr className={table['groupHead']}>
        <th scope="rowgroup" colSpan={3}>
          <GroupName group={group} />{' '}
          <span className={styles['second']}>
            {subsections.length === 0 ? (
              <FormattedMessage id="gradingInfo.subsections.empty" />
            ) : (
              <FormattedMessage
                id="gradingInfo.subsections.count"
                values={{ graded, others: subsections.length - graded }}
              />
            )}
          </span>
        </th>
      </tr>
      {subsections.map((subsection) => (
        <Row key={subsection.id} subsection={subsection} counts={group.inPolicy} />
      ))}
    </tbody>
  )
}

function GroupName({ group: { type, inPolicy } }: { group: SubsectionGroup }) {
  if (type === null) return <FormattedMessage id="gradingInfo.subsections.noType" />
  if (inPolicy) return <TypeName name={type} />
  return (
    <FormattedMessage id="gradingInfo.subsections.strange" values={{ type: <bdi key="type">{type}</bdi> }} />
  )
}

function Row({
  subsection: { label, name, graded },
  counts,
}: {
  subsection: OutlineSubsection
  counts: boolean
}) {
  return (
    <tr>
      <td className={table['labelCell']}>{label ? <bdi>{label}</bdi> : '–'}</td>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td className={table['state']} data-graded={graded ? (counts ? 'counts' : 'lost') : undefined}>
        {graded ? (
          <FormattedMessage
            id={counts ? 'gradingInfo.subsections.yes' : 'gradingInfo.subsections.yesButLost'}
          />
        ) : (
          <FormattedMessage id="gradingInfo.subsections.no" />
        )}
      </td>
    </tr>
  )
}
