import { FormattedMessage, useIntl } from 'react-intl'
import type { SubsectionGrade } from '#src/domain/course.ts'
import styles from './OverridePanel.module.css'
import { scoreText } from './score-text.ts'

/** What clearing an override does: there is no deleting, and that must be said. */
export function ClearNotice({ grade: { graded } }: { readonly grade: SubsectionGrade }) {
  const intl = useIntl()
  const score = scoreText(intl, graded.earned, graded.possible)
  return (
    <div className={styles['notice']} role="status">
      <p>
        <FormattedMessage id="override.clear.meaning" values={{ score }} />
      </p>
      {graded.earned === 0 ? (
        <p>
          <FormattedMessage id="override.clear.notAttempted" />
        </p>
      ) : null}
    </div>
  )
}
