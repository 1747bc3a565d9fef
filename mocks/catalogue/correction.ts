import type { Form } from './model.ts'

/** Where servers are known to do otherwise than the reference says, or where it says something in words only. */
export interface Correction {
  /** Operations, as `METHOD /path`. */
  readonly on: RegExp
  readonly why: string
  /**
   * Response fields as in `operations.json`. One that is documented otherwise is replaced: `tabs[].url` takes the place
   * of a plain `tabs`, too.
   */
  readonly response?: readonly string[]
  /** Response fields that are documented and never sent, with all below them. */
  readonly never?: readonly string[]
  /** Request fields that the reference has elsewhere, or not at all. */
  readonly request?: readonly string[]
  /** Query parameters that are none. */
  readonly noQuery?: readonly string[]
  readonly form?: Form
  /** The statuses of a success. */
  readonly statuses?: readonly number[]
}
