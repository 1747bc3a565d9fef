/** A place in a list that is ordered by id: the page holds what stands after it, or before it in reverse. */
export interface Cursor {
  /** An id; null for the very start, or the very end in reverse. */
  readonly position: number | null
  readonly reverse: boolean
  /** Rows to leave out from there. */
  readonly offset: number
}
