import { useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { useRevalidator } from 'react-router'
import type { CourseId } from '#src/domain/course.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import type { LmsError } from '#src/lms/errors.ts'
import { q, usePrefetched } from '#src/lms/query.ts'
import { Button } from '#src/ui/Button.tsx'
import styles from './GradingInfo.module.css'
import { Section } from './Section.tsx'
import { TypeName, TypeTable } from './TypeTable.tsx'
import { WeightBar } from './WeightBar.tsx'
import { brokenParts } from './broken-parts.ts'
import { policyRows } from './policy-rows.ts'

/** Stands where only the policy could be read: which part of it is broken as far as one can see, and the rest as it is. */
export function BrokenGrading({ courseId, error }: { courseId: CourseId; error: LmsError }) {
  const { types } = usePrefetched(q('policy', { courseId }))
  return (
    <>
      <div className={styles['broken']} role="alert">
        <h2>
          <FormattedMessage id="gradingInfo.broken.title" />
        </h2>
        <Diagnosis types={types} error={error} />
        <Retry courseId={courseId} />
      </div>
      <Section title="gradingInfo.weights.title">
        <WeightBar types={types} />
        <TypeTable rows={policyRows(types, null)} />
      </Section>
    </>
  )
}

function Diagnosis({ types, error }: { types: Parameters<typeof brokenParts>[0]; error: LmsError }) {
  const intl = useIntl()
  const parts = brokenParts(types)
  if (parts.length === 0) {
    const { title, detail } = errorWords(intl, error)
    return (
      <>
        <p>
          <FormattedMessage id="gradingInfo.broken.elsewhere" />
        </p>
        <p className={styles['second']}>{[title, detail].filter(Boolean).join(' · ')}</p>
      </>
    )
  }
  return (
    <>
      <p>
        <FormattedMessage id="gradingInfo.broken.policy" />
      </p>
      <ul>
        {parts.map(({ type, place, lacks }) => (
          <li key={place}>
            <FormattedMessage
              id="gradingInfo.broken.lacks"
              values={{
                type: <TypeName key="type" name={type} />,
                lacks: intl.formatList(
                  lacks.map((field) => intl.formatMessage({ id: `gradingInfo.broken.field.${field}` })),
                ),
              }}
            />
          </li>
        ))}
      </ul>
      <p>
        <FormattedMessage id="gradingInfo.broken.effect" />
      </p>
    </>
  )
}

function Retry({ courseId }: { courseId: CourseId }) {
  const revalidator = useRevalidator()
  const cache = useQueryClient()
  return (
    <Button
      isPending={revalidator.state === 'loading'}
      onPress={() => {
        void cache.invalidateQueries(q('policy', { courseId }))
        void revalidator.revalidate()
      }}
    >
      <FormattedMessage id="error.retry" />
    </Button>
  )
}
