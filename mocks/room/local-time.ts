/** Gives an instant as a field for date and time takes it, in the zone of the device: `2026-11-20T10:00`. */
export function toField(at: number): string {
  const date = new Date(at)
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Gives what such a field says as an ISO date in UTC; null where it is empty or no date. */
export function fromField(text: string): string | null {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? new Date(text).getTime() : Number.NaN
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
