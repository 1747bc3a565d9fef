import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import { lms } from '#src/lms/connect.ts'
import { q } from '#src/lms/query.ts'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import styles from './FilterForm.module.css'
import { RangeField } from './RangeField.tsx'
import type { Filters } from './filters.ts'
import { keepLastGroups, readLastGroups } from './last-groups.ts'
import { type PercentText, rangeProblem, readRange, showPercent } from './percent-range.ts'

interface FilterFormProps {
  readonly courseId: string
  readonly info: GradingInfo
  readonly filters: Filters
  /** Exact username, or empty. */
  readonly username: string
  readonly onApply: (filters: Filters, username: string) => void
}

/** All filters at once; nothing happens before "Apply", and a range out of order is said next to its fields. */
export function FilterForm({ courseId, info, filters, username, onApply }: FilterFormProps) {
  const intl = useIntl()
  const [draft, setDraft] = useState(filters)
  const [name, setName] = useState(username)
  const [assignmentRange, setAssignmentRange] = useState<PercentText>(() =>
    showPercent(filters.assignmentMin, filters.assignmentMax),
  )
  const [totalRange, setTotalRange] = useState<PercentText>(() =>
    showPercent(filters.totalMin, filters.totalMax),
  )
  const [tried, setTried] = useState(false)
  const set = (change: Partial<Filters>) => setDraft((before) => ({ ...before, ...change }))
  const { serverFilters } = lms().capabilities

  const assignments = info.subsections.filter(
    (subsection) =>
      subsection.graded && (draft.assignmentType === undefined || subsection.type === draft.assignmentType),
  )
  const needsAssignment = draft.assignment === undefined && assignmentRange.some((text) => text.trim() !== '')
  const assignmentProblem = needsAssignment ? 'no-assignment' : rangeProblem(assignmentRange)
  const totalProblem = rangeProblem(totalRange)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (assignmentProblem || totalProblem) return
    const [assignmentMin, assignmentMax] = readRange(assignmentRange)
    const [totalMin, totalMax] = readRange(totalRange)
    keepLastGroups(courseId, draft)
    onApply({ ...draft, assignmentMin, assignmentMax, totalMin, totalMax }, name.trim())
  }

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Select
        label={intl.formatMessage({ id: 'gradebook.filter.assignmentType' })}
        value={draft.assignmentType}
        onChange={(assignmentType) => set({ assignmentType, assignment: undefined })}
        options={info.types.map(({ name: type }) => ({ value: type, label: type }))}
      />
      <Select
        label={intl.formatMessage({ id: 'gradebook.filter.assignment' })}
        value={draft.assignment}
        onChange={(assignment) => set({ assignment })}
        options={assignments.map(({ id, label, name: full }) => ({
          value: id,
          label: label === null ? full : `${label} · ${full}`,
        }))}
      />
      <RangeField
        legend={intl.formatMessage({ id: 'gradebook.filter.assignmentGrade' })}
        range={assignmentRange}
        onChange={setAssignmentRange}
        problem={tried || assignmentProblem === 'order' ? assignmentProblem : null}
        disabled={!serverFilters.has('assignmentGrade')}
      />
      <RangeField
        legend={intl.formatMessage({ id: 'gradebook.filter.total' })}
        range={totalRange}
        onChange={setTotalRange}
        problem={tried || totalProblem === 'order' ? totalProblem : null}
        disabled={!serverFilters.has('courseGrade')}
      />
      <Groups courseId={courseId} draft={draft} set={set} />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={draft.courseTeam ?? false}
          disabled={!serverFilters.has('courseTeam')}
          onChange={(event) => set({ courseTeam: event.target.checked || undefined })}
        />
        <FormattedMessage id="gradebook.filter.courseTeam" />
      </label>
      <div className={styles['wide']}>
        <Field
          label={intl.formatMessage({ id: 'gradebook.filter.username' })}
          description={intl.formatMessage({ id: 'gradebook.filter.username.hint' })}
        >
          {(control) => (
            <input
              {...control}
              value={name}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className={styles['actions']}>
        <Button variant="primary" type="submit">
          <FormattedMessage id="gradebook.filter.apply" />
        </Button>
        <Button variant="plain" onPress={() => onApply({}, '')}>
          <FormattedMessage id="gradebook.filter.clear" />
        </Button>
      </div>
    </form>
  )
}

interface GroupsProps {
  readonly courseId: string
  readonly draft: Filters
  readonly set: (change: Partial<Filters>) => void
}

/** Track and cohort, with those used last on offer ("only my learners"). */
function Groups({ courseId, draft, set }: GroupsProps) {
  const intl = useIntl()
  const { serverFilters } = lms().capabilities
  const course = useQuery(q('course', { courseId }))
  const cohorts = useQuery({ ...q('cohorts', { courseId }), enabled: serverFilters.has('cohort') })
  const last = readLastGroups(courseId)
  const trackName = course.data?.tracks.find(({ slug }) => slug === last.track)?.name ?? last.track
  const cohortName = cohorts.data?.find(({ id }) => id === last.cohort)?.name
  const offered =
    (last.track !== undefined || last.cohort !== undefined) &&
    (last.track !== draft.track || last.cohort !== draft.cohort) &&
    (last.cohort === undefined || cohortName !== undefined)
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'gradebook.filter.track' })}
        value={draft.track}
        onChange={(track) => set({ track })}
        options={(course.data?.tracks ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
        problem={course.isError ? intl.formatMessage({ id: 'gradebook.filter.tracksFailed' }) : null}
      />
      <Select
        label={intl.formatMessage({ id: 'gradebook.filter.cohort' })}
        value={draft.cohort}
        onChange={(cohort) => set({ cohort })}
        options={(cohorts.data ?? []).map(({ id, name, size }) => ({
          value: id,
          label: intl.formatMessage({ id: 'gradebook.filter.cohortOption' }, { name, size }),
        }))}
        problem={cohorts.isError ? intl.formatMessage({ id: 'gradebook.filter.cohortsFailed' }) : null}
      />
      {offered ? (
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

interface SelectProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>
  readonly problem?: string | null
}

function Select({ label, value, onChange, options, problem }: SelectProps) {
  const intl = useIntl()
  return (
    <Field label={label} error={problem}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{intl.formatMessage({ id: 'gradebook.filter.any' })}</option>
          {value !== undefined && !options.some((option) => option.value === value) ? (
            <option value={value}>{value}</option>
          ) : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
