import { type FormEvent, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Assignment, GradingInfo } from '#src/domain/course.ts'
import { lms } from '#src/lms/connect.ts'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import styles from './FilterForm.module.css'
import { GroupFields } from './GroupFields.tsx'
import { RangeField } from './RangeField.tsx'
import { SelectField } from './SelectField.tsx'
import { periodName } from './column-groups.ts'
import type { Filters } from './filters.ts'
import { keepLastGroups } from './last-groups.ts'
import { type PercentText, rangeProblem, readRange, showPercent } from './percent-range.ts'

interface FilterFormProps {
  readonly courseId: string
  readonly info: GradingInfo
  /** All assignments, in the order of their columns. */
  readonly assignments: readonly Assignment[]
  readonly filters: Filters
  /** Exact username, or empty. */
  readonly username: string
  readonly onApply: (filters: Filters, username: string) => void
  readonly onClear: () => void
}

/** All filters at once; nothing happens before "Apply", and a range out of order is said next to its fields. */
export function FilterForm(props: FilterFormProps) {
  const { courseId, info, assignments, filters, username, onApply, onClear } = props
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
  const { serverFilters, rows } = lms().capabilities
  const totalsOnly = rows === 'totals' ? intl.formatMessage({ id: 'gradebook.filter.totalsOnly' }) : null
  const noTeam = serverFilters.has('courseTeam')
    ? null
    : intl.formatMessage({ id: 'gradebook.filter.unavailable' })

  const types = new Set(info.types.map(({ name: type }) => type))
  for (const { type } of assignments) if (type !== null) types.add(type)
  const ofType = assignments.filter(
    ({ type, period }) =>
      (draft.assignmentType === undefined || type === draft.assignmentType) &&
      (draft.period === undefined || period === draft.period),
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
      <SelectField
        label={intl.formatMessage({ id: 'gradebook.filter.assignmentType' })}
        value={draft.assignmentType}
        onChange={(assignmentType) => set({ assignmentType, assignment: undefined })}
        options={Array.from(types, (type) => ({ value: type, label: type }))}
        unavailable={totalsOnly}
      />
      {info.periods ? (
        <SelectField
          label={intl.formatMessage({ id: 'gradebook.filter.period' })}
          value={draft.period}
          onChange={(period) => set({ period, assignment: undefined })}
          options={info.periods.map(({ id, name: period }) => ({
            value: id,
            label: periodName(intl, period),
          }))}
        />
      ) : null}
      <SelectField
        label={intl.formatMessage({ id: 'gradebook.filter.assignment' })}
        value={draft.assignment}
        onChange={(assignment) => set({ assignment })}
        options={ofType.map(({ id, label, name: full }) => ({
          value: id,
          label: label === null ? full : `${label} · ${full}`,
        }))}
        unavailable={totalsOnly}
      />
      <RangeField
        legend={intl.formatMessage({ id: 'gradebook.filter.assignmentGrade' })}
        range={assignmentRange}
        onChange={setAssignmentRange}
        problem={tried || assignmentProblem === 'order' ? assignmentProblem : null}
        unavailable={totalsOnly}
      />
      <RangeField
        legend={intl.formatMessage({ id: 'gradebook.filter.total' })}
        range={totalRange}
        onChange={setTotalRange}
        problem={tried || totalProblem === 'order' ? totalProblem : null}
      />
      <GroupFields courseId={courseId} draft={draft} set={set} />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={draft.courseTeam ?? false}
          disabled={noTeam !== null}
          onChange={(event) => set({ courseTeam: event.target.checked || undefined })}
        />
        <FormattedMessage id="gradebook.filter.courseTeam" />
        {noTeam === null ? null : <small>{noTeam}</small>}
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
        <Button variant="plain" onPress={onClear}>
          <FormattedMessage id="gradebook.filter.clear" />
        </Button>
      </div>
    </form>
  )
}
