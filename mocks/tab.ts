import type { Write } from '#mocks/lms/write-model.ts'
import { readJournal } from './journal-text.ts'
import { type Settings, readLink, writeLink } from './settings.ts'

const SETTINGS = 'rollbook.mock.settings'
const JOURNAL = 'rollbook.mock.journal'

/** What a browser tab remembers of its simulated LMS over a reload. */
export interface Tab {
  readonly readSettings: () => Settings
  readonly writeSettings: (settings: Settings) => void
  readonly readJournal: () => Write[]
  /** Throws where the browser gives no more room. */
  readonly writeJournal: (journal: readonly Write[]) => void
}

/** Keeps the tab's memory in its session storage. What cannot be read counts as nothing. */
export function tabMemory(storage: Storage): Tab {
  return {
    readSettings: () => readLink(new URLSearchParams(storage.getItem(SETTINGS) ?? '')).settings,
    writeSettings: (settings) => storage.setItem(SETTINGS, writeLink(settings)),
    readJournal: () => {
      try {
        return readJournal(JSON.parse(storage.getItem(JOURNAL) ?? '[]')) ?? []
      } catch {
        return []
      }
    },
    writeJournal: (journal) => storage.setItem(JOURNAL, JSON.stringify(journal)),
  }
}
