import { type Device, browserDevice } from './device.ts'
import { readRecord } from './kept-tray.ts'
import { SIGNED_OUT } from './shared-tray.ts'
import { type KeepOptions, TrayKeeper, channelName } from './tray-keeper.ts'
import type { TrayOwner } from './tray-storage.ts'

let device: Device | null = null
let current: TrayKeeper | null = null

/**
 * Keeps the tray of a course on this device and shares it with other tabs, from now on and for this person alone.
 * Asked again for the same, it goes on.
 */
export function keepTray(options: KeepOptions): void {
  if (current?.isFor(options)) return current.goOn(options)
  const before = current
  before?.stop()
  // The changes of somebody who was signed in before are theirs: they wait on the device.
  if (before?.store === options.gradebook.edits) options.gradebook.edits.dispatch({ type: 'clear' })
  current = new TrayKeeper(present(), options)
  void current.start()
}

/** Tells how many changes of a person are not saved on this device, over all courses. Never rejects. */
export async function countUnsaved(owner: TrayOwner): Promise<number> {
  const mine = keeperOf(owner)
  await mine?.flush()
  const unkept = mine?.unkept() ?? 0
  const records = await present()
    .storage.readAll(owner)
    .catch(() => [])
  return records.reduce<number>((sum, record) => sum + sizeOf(record), unkept)
}

/** Forgets every change of a person on this device, in all tabs: they sign out. Never rejects. */
export async function forgetTrays(owner: TrayOwner): Promise<void> {
  const { storage, openChannel } = present()
  const mine = keeperOf(owner)
  if (mine) mine.forget()
  else {
    const channel = openChannel(channelName(owner))
    channel?.send(SIGNED_OUT)
    channel?.close()
  }
  await mine?.flush()
  await storage.removeAll(owner).catch(() => undefined)
}

/** Replaces the browser by another device, for tests. What is being kept ends. */
export function setDevice(other: Device): void {
  current?.stop()
  current = null
  device = other
}

function present(): Device {
  return (device ??= browserDevice())
}

function keeperOf({ site, username }: TrayOwner): TrayKeeper | null {
  return current?.place.site === site && current.place.username === username ? current : null
}

/** What cannot be read counts as one change: nobody knows better. */
function sizeOf(record: unknown): number {
  const found = readRecord(record)
  if (found.kind === 'nothing') return 0
  return found.kind === 'edits' ? found.edits.length : 1
}
