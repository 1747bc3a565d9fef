import type { Contract } from '#mocks/asked.ts'
import type { Endpoint } from '#src/lms/endpoint.ts'
import { contracts } from './contracts.ts'
import { familyOf, titleOf } from './families.ts'
import type { Entry, Family, Field, Operation } from './model.ts'
import { isOpen } from './open.ts'
import { operations } from './operations.ts'
import { screensOf } from './screens.ts'

let made: readonly Family[] | null = null

/**
 * Gives everything that the simulated LMS answers, by family in the order of their titles: the operations of the
 * published reference, and what the faces with state answer besides (other APIs, undocumented twins).
 */
export function catalogue(): readonly Family[] {
  made ??= byFamily(allEntries())
  return made
}

/**
 * Gives the entries that hold every word of `text`, in any case, in method, path or summary. All of them for an empty
 * text.
 */
export function search(entries: readonly Entry[], text: string): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries
  return entries.filter(({ id, summary }) => {
    const haystack = `${id} ${summary}`.toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}

/**
 * Turns a contract into entries of the catalogue, one for each method and path, aliases included: two endpoints that
 * share both are one entry with the query of either.
 * @param family where to list them; absent: by their paths
 */
export function entriesOf(contract: Contract, family?: string): readonly Entry[] {
  const entries = new Map<string, Entry>()
  for (const [name, endpoint] of Object.entries(contract)) {
    for (const path of [endpoint.path, ...(endpoint.aliases ?? [])]) {
      const entry = entryOf(name, endpoint, path, family)
      const twin = entries.get(entry.id)
      entries.set(entry.id, twin ? { ...twin, query: union(twin.query, entry.query) } : entry)
    }
  }
  return [...entries.values()]
}

function entryOf(name: string, endpoint: Endpoint, contractPath: string, family?: string): Entry {
  const path = contractPath.replace(/\/\?$/, '').replaceAll(/:([A-Za-z]+)/g, '{$1}')
  const { method, query, doc, statuses = [200] } = endpoint
  const id = `${method} ${path}`
  return {
    id,
    method,
    path,
    family: family ?? familyOf(path),
    summary: inWords(name),
    pathParameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => field(name, 'string', true)),
    query: Object.entries(query).map(([name, kind]) => field(name, kind === 'number' ? 'number' : 'string')),
    request: [],
    response: [],
    form: 'none',
    statuses,
    answeredBy: 'school',
    open: isOpen({ method, path }),
    doc,
    screens: screensOf(method, path),
  }
}

/** `gradesOfLearner` in words: contracts have no summaries, but names that speak. */
function inWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function field(name: string, type: Field['type'], required = false): Field {
  return { name, type, required, readOnly: false, nullable: false }
}

/** The documented operations first; what a contract adds to them comes behind. */
function allEntries(): readonly Entry[] {
  const served = new Map(
    contracts.flatMap((contract) => entriesOf(contract)).map((entry) => [shapeOf(entry), entry]),
  )
  const documented = operations.map((operation): Entry => {
    const face = served.get(shapeOf(operation))
    served.delete(shapeOf(operation))
    return {
      ...operation,
      query: face ? union(operation.query, face.query) : operation.query,
      id: `${operation.method} ${operation.path}`,
      family: familyOf(operation.path),
      answeredBy: face ? 'school' : 'catalogue',
      open: isOpen(operation),
      doc: face?.doc ?? null,
      screens: face?.screens ?? [],
    }
  })
  return [...documented, ...served.values()]
}

/** Method and path without the names in it: two operations of one shape are the same. */
function shapeOf({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  return `${method} ${path.replaceAll(/\{\w+\}/g, '{}').replace(/\/$/, '')}`
}

function union(fields: readonly Field[], others: readonly Field[]): readonly Field[] {
  return [...fields, ...others.filter(({ name }) => fields.every((known) => known.name !== name))]
}

function byFamily(entries: readonly Entry[]): readonly Family[] {
  return Array.from(
    Map.groupBy(entries, ({ family }) => family),
    ([id, list]) => ({ id, title: titleOf(id), entries: list }),
  ).toSorted((one, other) => one.title.localeCompare(other.title, 'en'))
}
