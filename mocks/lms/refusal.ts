/** A refusal that has words, or a crash: the server's page for an error that nobody caught. */
export type RefusalKind = 'refused' | 'crash'

export interface RefusalDetails {
  readonly status: number
  /** Machine-readable, where the server gives one. */
  readonly code?: string
  /** What is wrong, by field. */
  readonly fields?: Readonly<Record<string, string>>
}

/** The only thing that the school throws on purpose. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly status: number
  readonly code: string | null
  readonly fields: Readonly<Record<string, string>> | null

  constructor(kind: RefusalKind, message: string, { status, code, fields }: RefusalDetails) {
    super(message)
    this.name = 'Refusal'
    this.kind = kind
    this.status = status
    this.code = code ?? null
    this.fields = fields ?? null
  }
}

/** Gives a refusal in words. */
export function refusal(status: number, message: string, code?: string): Refusal {
  return new Refusal('refused', message, code === undefined ? { status } : { status, code })
}

/** Gives a refusal (400) that says what is wrong with each field. */
export function invalid(fields: Readonly<Record<string, string>>): Refusal {
  return new Refusal('refused', Object.values(fields).join(' '), { status: 400, fields })
}

/** Gives a crash, which the faces answer with an HTML page and status 500. `message` is for the log only. */
export function crash(message: string): Refusal {
  return new Refusal('crash', message, { status: 500 })
}
