import { Listeners } from '#src/domain/listeners.ts'
import type { CellView, GridSource } from './source.ts'

/** A source over plain values in memory: for tests, and for tables that are small and stay as they are. */
export class MemorySource implements GridSource {
  readonly order = new Listeners()
  #keys: readonly string[]
  #rows = new Map<string, Listeners>()
  #cell: (rowKey: string, columnId: string) => CellView

  constructor(keys: readonly string[], cell: (rowKey: string, columnId: string) => CellView) {
    this.#keys = keys
    this.#cell = cell
  }

  rowCount(): number {
    return this.#keys.length
  }

  /** @throws {RangeError} for a position at which no row stands */
  rowKey(index: number): string {
    const key = this.#keys[index]
    if (key === undefined) throw new RangeError(`MemorySource: no row at ${index}`)
    return key
  }

  rowIndex(rowKey: string): number {
    return this.#keys.indexOf(rowKey)
  }

  subscribe(rowKey: string, listener: () => void): () => void {
    return this.#row(rowKey).subscribe(listener)
  }

  version(rowKey: string): number {
    return this.#rows.get(rowKey)?.version() ?? 0
  }

  cell(rowKey: string, columnId: string): CellView {
    return this.#cell(rowKey, columnId)
  }

  /** Shows other rows, or the same in another order. */
  setKeys(keys: readonly string[]): void {
    this.#keys = keys
    this.order.tell()
  }

  /** Says that a cell of the row looks different now. */
  touch(rowKey: string): void {
    this.#row(rowKey).tell()
  }

  #row(rowKey: string): Listeners {
    const row = this.#rows.get(rowKey) ?? new Listeners()
    this.#rows.set(rowKey, row)
    return row
  }
}
