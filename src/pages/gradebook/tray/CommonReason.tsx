import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Edit } from '#src/domain/edits-state.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { ReasonInput } from './ReasonInput.tsx'

interface CommonReasonProps {
  readonly gradebook: Gradebook
  /** The changes in sight. */
  readonly edits: readonly Edit[]
  readonly onTooLong: (isTooLong: boolean) => void
}

/** One reason for all changes in sight that have none of their own. */
export function CommonReason({ gradebook, edits, onTooLong }: CommonReasonProps) {
  const intl = useIntl()
  const [common, setCommon] = useState(() => sharedBy(edits))
  // Gone where it was taken back, or each got a reason of its own.
  const now = edits.some(({ reason }) => reason === common) ? common : null
  const cells = edits.filter(({ reason }) => reason === null || reason === now)
  return (
    <ReasonInput
      reason={now ?? ''}
      onGive={(text) => {
        setCommon(text.trim() || null)
        gradebook.edits.dispatch({ type: 'give-reason', cells, reason: text })
      }}
      label={intl.formatMessage({ id: 'tray.reason.all' }, { count: cells.length })}
      isLabelled
      most={gradebook.lms.capabilities.reasonLength}
      onTooLong={onTooLong}
    />
  )
}

/** The reason that several changes share already; null where none is. */
function sharedBy(edits: readonly Edit[]): string | null {
  const counts = Map.groupBy(edits, ({ reason }) => reason)
  for (const [reason, members] of counts) if (reason !== null && members.length > 1) return reason
  return null
}
