import type { Field } from './model.ts'

/** What documented fields make together. */
export type Shape =
  | { readonly kind: 'leaf'; readonly field: Field }
  | { readonly kind: 'array'; readonly item: Shape }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Shape> }

type Part = readonly [steps: readonly string[], field: Field]

/** Builds the shape of a body from its fields; null where there are none. */
export function shapeOf(fields: readonly Field[]): Shape | null {
  if (fields.length === 0) return null
  return build(fields.map((field) => [stepsOf(field.name), field] as const))
}

/** Gives `results[].user.name` as `results`, `[]`, `user`, `name`. */
function stepsOf(name: string): readonly string[] {
  return name
    .replaceAll('[]', '.[]')
    .split('.')
    .filter((step) => step !== '')
}

function build(parts: readonly Part[]): Shape {
  const [first] = parts
  if (first?.[0].length === 0) return { kind: 'leaf', field: first[1] }
  const byStep = Map.groupBy(parts, ([[step = '']]) => step)
  const members = new Map(
    [...byStep].map(([step, below]) => [
      step,
      build(below.map(([steps, field]) => [steps.slice(1), field] as const)),
    ]),
  )
  const item = members.get('[]')
  return item ? { kind: 'array', item } : { kind: 'object', members }
}
