import type { Locks } from './saving-turn.ts'
import type { Channel } from './shared-tray.ts'
import { type TrayStorage, browserStorage } from './tray-storage.ts'

/** What the browser does for trays beyond this tab. */
export interface Device {
  readonly storage: TrayStorage
  /** Gives the way to the other tabs; null where there is none: then each works alone. */
  readonly openChannel: (name: string) => Channel | null
  /** Null where tabs cannot take turns. */
  readonly locks: Locks | null
}

/** The browser that the page is in. */
export function browserDevice(): Device {
  return {
    storage: browserStorage(),
    openChannel: (name) => ('BroadcastChannel' in globalThis ? channelOf(new BroadcastChannel(name)) : null),
    locks: 'locks' in navigator ? navigator.locks : null,
  }
}

function channelOf(channel: BroadcastChannel): Channel {
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
    send: (message) => channel.postMessage(message),
    hear: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    close: () => channel.close(),
  }
}
