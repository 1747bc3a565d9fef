import type { TrayOwner, TrayPlace, TrayStorage } from './tray-storage.ts'

/** A storage that lasts as long as the test. While `isBroken` it refuses everything, as in a private window. */
export function memoryStorage(): TrayStorage & { isBroken: boolean } {
  const records = new Map<string, unknown>()
  const storage = {
    isBroken: false,
    read: (place: TrayPlace) => attempt(() => structuredClone(records.get(keyOf(place)))),
    write: (place: TrayPlace, record: unknown) =>
      attempt(() => void records.set(keyOf(place), structuredClone(record))),
    remove: (place: TrayPlace) => attempt(() => void records.delete(keyOf(place))),
    readAll: (owner: TrayOwner) =>
      attempt(() => keysOf(owner).map((key) => structuredClone(records.get(key)))),
    removeAll: (owner: TrayOwner) => attempt(() => keysOf(owner).forEach((key) => records.delete(key))),
  }
  return storage

  function attempt<Result>(work: () => Result): Promise<Result> {
    return storage.isBroken ? Promise.reject(new Error('Not here')) : Promise.resolve(work())
  }

  function keysOf({ site, username }: TrayOwner): string[] {
    return Array.from(records.keys()).filter((key) => key.startsWith(`${site}\n${username}\n`))
  }
}

function keyOf({ site, username, courseId }: TrayPlace): string {
  return `${site}\n${username}\n${courseId}`
}
