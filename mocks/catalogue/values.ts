import type { Json } from '#mocks/lms/write-model.ts'
import type { Field } from './model.ts'
import { flagFor, integerFor, numberFor } from './numbers.ts'
import type { Setting } from './setting.ts'
import type { Shape } from './shape.ts'
import { textFor } from './texts.ts'

/** Items of a list that is the answer or its page; lists below that have one. */
const ITEMS = 2

/** Gives a body of this shape: every field is there, with its documented type, and tells of the setting. */
export function bodyFor(shape: Shape, setting: Setting): Json {
  return valueOf(shape, setting, { name: '', position: 0, depth: 0 })
}

interface Place {
  readonly name: string
  /** Of the nearest list's item. */
  readonly position: number
  readonly depth: number
}

function valueOf(shape: Shape, setting: Setting, place: Place): Json {
  if (shape.kind === 'array') {
    const isPage = place.depth === 0 || (place.depth === 1 && place.name === 'results')
    return Array.from({ length: isPage ? ITEMS : 1 }, (_, position) =>
      valueOf(shape.item, setting, {
        ...place,
        position: isPage ? position : place.position,
        depth: place.depth + 1,
      }),
    )
  }
  if (shape.kind === 'leaf') return leafOf(shape.field, setting, place)
  const members = [...shape.members].map(
    ([name, member]) => [name, valueOf(member, setting, { ...place, name, depth: place.depth + 1 })] as const,
  )
  return Object.fromEntries(members)
}

function leafOf({ name: path, type, nullable }: Field, setting: Setting, { name, position }: Place): Json {
  if (nullable && (/^(?:next|previous)$/.test(name) || isOfNobody(name, setting))) return null
  switch (type) {
    case 'string':
      return textFor(path, setting, position)
    case 'integer':
      return name === 'count' ? ITEMS : integerFor(name, setting, position)
    case 'number':
      return numberFor(name)
    case 'boolean':
      return flagFor(name, setting)
    case 'array':
      return []
    case 'object':
      return objectFor(name, setting)
  }
}

/** A visitor has no name. */
function isOfNobody(name: string, { caller, params }: Setting): boolean {
  return name === 'username' && caller === null && params.username === undefined
}

/** Objects whose members are not documented; most can be empty. */
function objectFor(name: string, { course, courseKey }: Setting): Json {
  const { cutoffs } = course(0)?.policy ?? { cutoffs: [] }
  switch (name) {
    case 'grade_range':
    case 'grade_cutoffs':
      return Object.fromEntries(cutoffs.map(({ letter, from }) => [letter, from]))
    case 'preferences':
      return { 'pref-lang': 'en' }
    case 'course_details':
      return { course_id: courseKey(0), course_name: course(0)?.name ?? courseKey(0) }
    default:
      return {}
  }
}
