import type { ComponentType, ReactNode } from 'react'
import type { ErrorWords } from '#src/i18n/error-words.ts'
import type { LmsError } from '#src/lms/errors.ts'

/** What a page's module may export as `handle`: read by the frame around all pages. */
export interface PageHandle {
  /** Finds words of this page's own for what its server refused, and ways on from there. */
  readonly Refusal: ComponentType<RefusalProps>
}

export interface RefusalProps {
  readonly error: LmsError
  /** Draws the failure: by the usual words where none are given. */
  readonly children: (words?: ErrorWords, ways?: ReactNode) => ReactNode
}
