import { useIntl } from 'react-intl'
import type { Exception } from '#src/domain/course.ts'
import { Segmented } from '#src/ui/Segmented.tsx'
import styles from './OverridePanel.module.css'
import type { Editing } from './use-editing.ts'

interface ExceptionChoiceProps {
  readonly editing: Editing
  /** What the server lets one put in a score's place. */
  readonly exceptions: readonly Exception[]
  readonly isDisabled: boolean
}

const ALL = ['none', 'excused', 'incomplete', 'missing'] as const

/** A score, or what stands in its place. What the site alone says is in sight, and cannot be chosen. */
export function ExceptionChoice({ editing, exceptions, isDisabled }: ExceptionChoiceProps) {
  const intl = useIntl()
  const { draft, change } = editing
  const isSettable = (one: (typeof ALL)[number]) => one === 'none' || exceptions.includes(one)
  return (
    <div className={styles['choice']}>
      <Segmented
        label={intl.formatMessage({ id: 'override.exception' })}
        value={draft.exception ?? 'none'}
        options={ALL.map((value) => ({
          value,
          label:
            value === 'none'
              ? intl.formatMessage({ id: 'override.exception.none' })
              : intl.formatMessage({ id: 'gradebook.exception.set' }, { exception: value }),
          isDisabled: isDisabled || !isSettable(value),
        }))}
        onChange={(value) => change({ exception: value === 'none' ? null : value })}
      />
      <small>{intl.formatMessage({ id: 'override.exception.missing' })}</small>
    </div>
  )
}
