import type { CourseId } from '#src/domain/course.ts'

/** A person on a site. What one of them keeps, no other ever gets to see. */
export interface TrayOwner {
  /** The address of the LMS. */
  readonly site: string
  readonly username: string
}

/** Whose changes, and of which course. */
export interface TrayPlace extends TrayOwner {
  readonly courseId: CourseId
}

/** Keeps the unsaved changes of each course on this device. Everything rejects where the device refuses. */
export interface TrayStorage {
  /** Gives what was written there last; undefined where nothing is. */
  read(place: TrayPlace): Promise<unknown>
  write(place: TrayPlace, record: unknown): Promise<void>
  remove(place: TrayPlace): Promise<void>
  /** Gives what is kept of all courses of a person. */
  readAll(owner: TrayOwner): Promise<readonly unknown[]>
  removeAll(owner: TrayOwner): Promise<void>
}

const STORE = 'trays'

/** The browser's own database. It is opened when it is first wanted, and again after it was lost. */
export function browserStorage(): TrayStorage {
  let opened: Promise<IDBDatabase> | null = null
  const forget = () => {
    opened = null
  }

  async function ask<Result>(
    mode: IDBTransactionMode,
    request: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> {
    opened ??= openDatabase(forget)
    const database = await opened.catch((error: unknown) => {
      forget()
      throw error
    })
    const transaction = database.transaction(STORE, mode)
    const done = settled(request(transaction.objectStore(STORE)), transaction)
    // A page that is just leaving has no time to hear that the request has succeeded: it would never be committed.
    transaction.commit()
    return done
  }

  return {
    read: (place) => ask<unknown>('readonly', (store) => store.get(keyOf(place))),
    write: async (place, record) => void (await ask('readwrite', (store) => store.put(record, keyOf(place)))),
    remove: (place) => ask('readwrite', (store) => store.delete(keyOf(place))),
    readAll: (owner) => ask<unknown[]>('readonly', (store) => store.getAll(allOf(owner))),
    removeAll: (owner) => ask('readwrite', (store) => store.delete(allOf(owner))),
  }
}

function openDatabase(onLost: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('rollbook', 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    request.addEventListener('success', () => {
      const database = request.result
      // Another release of this app, in another tab, wants to change the form: it must not wait for this one.
      database.addEventListener('versionchange', () => {
        database.close()
        onLost()
      })
      database.addEventListener('close', onLost)
      resolve(database)
    })
    request.addEventListener('error', () => reject(failed(request.error)))
    request.addEventListener('blocked', () => reject(failed(null)))
  })
}

/** Waits until it is on the device: a request succeeds before that. */
function settled<Result>(request: IDBRequest<Result>, transaction: IDBTransaction): Promise<Result> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(request.result))
    transaction.addEventListener('abort', () => reject(failed(transaction.error ?? request.error)))
  })
}

function failed(cause: DOMException | null): Error {
  return new Error('The database of this browser cannot be used', { cause })
}

function keyOf({ site, username, courseId }: TrayPlace): IDBValidKey {
  return [site, username, courseId]
}

/** Every list is greater than any text: this is the end of what begins with the two. */
function allOf({ site, username }: TrayOwner): IDBKeyRange {
  return IDBKeyRange.bound([site, username], [site, username, []])
}
