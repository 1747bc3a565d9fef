/** What is kept of the published reference of the LMS's APIs, and what the catalogue shows of it. */

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The reference itself writes arrays through names (`tabs[].url`); plain ones come with the corrections. */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array'

/** One field of a body, or one parameter of a path or a query. */
export interface Field {
  /** Nested names as documented: `results[].user.name`, `[].id`, `courses[]`. */
  readonly name: string
  readonly type: FieldType
  /** Documented as required: which does not mean that it is never null. */
  readonly required: boolean
  readonly readOnly: boolean
  /** Null where there is nothing to say; the reference never tells, so this comes with the corrections. */
  readonly nullable: boolean
}

/**
 * What a response is: an object, a bare array, a page (`results` in an envelope), described in prose only, or not
 * described.
 */
export type Form = 'object' | 'array' | 'paged' | 'prose' | 'none'

/** One operation as the reference has it. Method and path are unique. */
export interface Documented {
  readonly method: Method
  /** Absolute on the LMS, with `{name}` for what is filled in, and the trailing slash as documented. */
  readonly path: string
  readonly pathParameters: readonly Field[]
  readonly query: readonly Field[]
  readonly request: readonly Field[]
  readonly response: readonly Field[]
  readonly form: Form
  /** As documented; empty for most operations. */
  readonly statuses: readonly number[]
}

/** One documented operation, with corrections, in words of our own. */
export interface Operation extends Documented {
  /** What it does, in one short sentence. */
  readonly summary: string
}

/**
 * Who answers: `school` is a face with state and rules, `catalogue` the generic one, which answers by the documented
 * shape and remembers nothing.
 */
export type Answerer = 'school' | 'catalogue'

/** One line of the catalogue of everything that the simulated LMS answers. */
export interface Entry extends Operation {
  /** `GET /api/user/v1/me`: unique within the catalogue. */
  readonly id: string
  /** The `Family` that it belongs to. */
  readonly family: string
  readonly answeredBy: Answerer
  /** Answers whoever is not signed in. */
  readonly open: boolean
  /** Where it is documented; null where only the family is. */
  readonly doc: string | null
  /** Screens of Rollbook that call it, in words; most operations have none. */
  readonly screens: readonly string[]
}

/** Operations that belong together. */
export interface Family {
  /** The first segment of the path, such as `course_home`. */
  readonly id: string
  /** The same in words. */
  readonly title: string
  readonly entries: readonly Entry[]
}
