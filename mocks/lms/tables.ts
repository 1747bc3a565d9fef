import type { Json } from './write-model.ts'
import { record, type School, tick } from './store.ts'

/** Rows that change while the school runs, by key. They are plain JSON, and are replaced as a whole. */
export interface Table<Row> {
  get(school: School, key: string): Row | undefined
  /** All rows with their keys, in the order in which they first came. */
  entries(school: School): ReadonlyArray<readonly [key: string, row: Row]>
  /** True where nothing was ever put in: saves a look-up for each of many rows. */
  isEmpty(school: School): boolean
  /** Puts a row in or replaces it; the clock moves by one step. */
  put(school: School, key: string, row: Row): void
  /** Takes a row out; the clock moves by one step. */
  remove(school: School, key: string): void
}

/**
 * Gives a table of the school by its name, which belongs to one module alone. What is put into it is journalled, and so
 * survives a reload, an export and an import. Grades that depend on a row must be forgotten by whoever changes it
 * (`recalculate`, `forgetAll`).
 */
export function table<Row>(name: string): Table<Row> {
  const rows = (school: School): ReadonlyMap<string, Row> | undefined =>
    school.tables.get(name) as ReadonlyMap<string, Row> | undefined
  const change = (school: School, key: string, value?: Row): void => {
    tick(school)
    setRow(school, name, key, value)
    // A row's own type says that it is plain JSON, which no constraint can say of an interface.
    const row = value as Json | undefined
    record(school, { kind: 'put', table: name, key, ...(row === undefined ? {} : { value: row }) })
  }
  return {
    get: (school, key) => rows(school)?.get(key),
    entries: (school) => [...(rows(school) ?? [])],
    isEmpty: (school) => !rows(school)?.size,
    put: change,
    remove: (school, key) => change(school, key),
  }
}

/** Sets or (no value) removes a row without a trace in the journal: for replaying it, and for scenarios. */
export function setRow(school: School, name: string, key: string, value?: unknown): void {
  const rows = school.tables.get(name) ?? new Map<string, Json>()
  school.tables.set(name, rows)
  if (value === undefined) rows.delete(key)
  else rows.set(key, value as Json)
  school.revision += 1
}
