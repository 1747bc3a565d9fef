import type { Correction } from './correction.ts'
import { courseCorrections } from './corrections-courses.ts'
import { gradeCorrections } from './corrections-grades.ts'
import { peopleCorrections } from './corrections-people.ts'
import type { Documented, Field, Form } from './model.ts'
import { readField } from './stored.ts'

const others: readonly Correction[] = [
  {
    on: /^DELETE \/api\/edx_name_affirmation\/v1\/verified_name$/,
    why: 'Names an id that only its twin has in the path.',
    noQuery: ['verified_name_id'],
  },
  {
    on: /^(?:PUT \/api\/user_tours\/v1\/\{username\}|PATCH \/api\/organizations\/v0\/organizations\/\{short_name\}\/)$/,
    why: 'Documented as a method that is refused.',
    statuses: [405],
  },
]

const corrections: readonly Correction[] = [
  ...courseCorrections,
  ...gradeCorrections,
  ...peopleCorrections,
  ...others,
]

/** Lays all corrections of an operation over what is documented. */
export function corrected(documented: Documented): Documented {
  const id = `${documented.method} ${documented.path}`
  const own = corrections.filter(({ on }) => on.test(id))
  return withOpenEnds(own.reduce(lay, documented))
}

function lay(operation: Documented, correction: Correction): Documented {
  const { response = [], never = [], request = [], noQuery = [], statuses } = correction
  const set = response.map(readField)
  const kept = operation.response
    .filter(({ name }) => !never.some((gone) => isAt(name, gone)))
    .filter(({ name }) => !set.some((field) => isAt(field.name, name) || isAt(name, field.name)))
  const fields = [...kept, ...set]
  return {
    ...operation,
    query: operation.query.filter(({ name }) => !noQuery.includes(name)),
    request: [...operation.request, ...request.map(readField)],
    response: fields,
    form: correction.form ?? (set.length > 0 ? formOf(fields) : operation.form),
    statuses: statuses
      ? [...statuses, ...operation.statuses.filter((status) => status >= 400)]
      : operation.statuses,
  }
}

/** Tells whether a field is the one at `place`, or stands below it. */
function isAt(name: string, place: string): boolean {
  return name === place || name.startsWith(`${place}.`) || name.startsWith(`${place}[]`)
}

/** Gives the form that these fields make. */
function formOf(fields: readonly Field[]): Form {
  if (fields.some(({ name }) => name.startsWith('[]'))) return 'array'
  return fields.some(({ name }) => name.startsWith('results[]')) ? 'paged' : 'object'
}

/** On its first page nothing is before, on its last one nothing after: both links of a page may be null. */
function withOpenEnds(operation: Documented): Documented {
  if (operation.form !== 'paged') return operation
  const response = operation.response.map((field) =>
    /^(?:pagination\.)?(?:next|previous)$/.test(field.name) ? { ...field, nullable: true } : field,
  )
  return { ...operation, response }
}
