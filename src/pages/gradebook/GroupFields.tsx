import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { lms } from '#src/lms/connect.ts'
import { q } from '#src/lms/query.ts'
import { Button } from '#src/ui/Button.tsx'
import styles from './FilterForm.module.css'
import { SelectField } from './SelectField.tsx'
import type { Filters } from './filters.ts'
import { readLastGroups } from './last-groups.ts'

interface GroupFieldsProps {
  readonly courseId: string
  readonly draft: Filters
  readonly set: (change: Partial<Filters>) => void
}

/** Track and cohort, with those used last on offer ("only my learners"). */
export function GroupFields({ courseId, draft, set }: GroupFieldsProps) {
  const intl = useIntl()
  const { serverFilters } = lms().capabilities
  const unavailable = (filter: 'track' | 'cohort') =>
    serverFilters.has(filter) ? null : intl.formatMessage({ id: 'gradebook.filter.unavailable' })
  const course = useQuery(q('course', { courseId }))
  const cohorts = useQuery({ ...q('cohorts', { courseId }), enabled: serverFilters.has('cohort') })
  const last = readLastGroups(courseId)
  const trackName = course.data?.tracks.find(({ slug }) => slug === last.track)?.name ?? last.track
  const cohortName = cohorts.data?.find(({ id }) => id === last.cohort)?.name
  const isOffered =
    serverFilters.has('track') &&
    (last.track !== undefined || last.cohort !== undefined) &&
    (last.track !== draft.track || last.cohort !== draft.cohort) &&
    (last.cohort === undefined || cohortName !== undefined)
  return (
    <>
      <SelectField
        label={intl.formatMessage({ id: 'gradebook.filter.track' })}
        value={draft.track}
        onChange={(track) => set({ track })}
        options={(course.data?.tracks ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
        problem={
          course.isError && serverFilters.has('track')
            ? intl.formatMessage({ id: 'gradebook.filter.tracksFailed' })
            : null
        }
        unavailable={unavailable('track')}
      />
      <SelectField
        label={intl.formatMessage({ id: 'gradebook.filter.cohort' })}
        value={draft.cohort}
        onChange={(cohort) => set({ cohort })}
        options={(cohorts.data ?? []).map(({ id, name, size }) => ({
          value: id,
          label: intl.formatMessage({ id: 'gradebook.filter.cohortOption' }, { name, size }),
        }))}
        problem={cohorts.isError ? intl.formatMessage({ id: 'gradebook.filter.cohortsFailed' }) : null}
        unavailable={unavailable('cohort')}
      />
      {isOffered ? (
        <div className={styles['wide']}>
          <Button
            variant="plain"
            size="small"
            onPress={() => set({ track: last.track, cohort: last.cohort })}
          >
            <FormattedMessage
              id="gradebook.filter.again"
              values={{ groups: [trackName, cohortName].filter(Boolean).join(' · ') }}
            />
          </Button>
        </div>
      ) : null}
    </>
  )
}
