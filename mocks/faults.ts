import { crashPage, page } from './pages.ts'

/** One call of an endpoint, as a fault sees it. */
export interface Call {
  /** The endpoint's name in its contract, such as `gradebook`. */
  readonly endpoint: string
  readonly unsafe: boolean
  /** Aborts when the client gives up. */
  readonly signal: AbortSignal
}

export interface Fault {
  /** What it does, for people. */
  readonly sentence: string
  readonly hits: (call: Call) => boolean
  /** Instead of asking the school: an answer, or nothing to go on. */
  readonly before?: (call: Call) => Response | undefined | Promise<Response | undefined>
  /** After the school acted: what goes out in place of its answer. */
  readonly after?: (response: Response, call: Call) => Response | Promise<Response>
}

/** How long the fault `latency` holds each answer back, in milliseconds. */
const SLOW = 2000
/** After this long an answer that never comes becomes a dropped connection, in milliseconds. */
const NEVER = 60_000

const everything = () => true
const reads = (call: Call) => !call.unsafe
const gradebook = (call: Call) => call.endpoint === 'gradebook'
const save = (call: Call) => call.endpoint === 'bulkUpdate'

const all = {
  latency: {
    sentence: 'Every answer takes two seconds.',
    hits: everything,
    before: async ({ signal }) => {
      await pause(SLOW, signal)
      return undefined
    },
  },
  'gradebook-500': {
    sentence: 'The list of grades fails with status 500.',
    hits: gradebook,
    before: () => crashPage(),
  },
  'save-500': {
    sentence: 'Saving fails with status 500, and nothing is saved.',
    hits: save,
    before: () => crashPage(),
  },
  'save-422': {
    sentence: 'Saving refuses the first grade and every second one after it; the others are saved.',
    // The endpoint does this itself, item by item: see `refusesItem`.
    hits: save,
  },
  'save-timeout': {
    sentence: 'Saving works, but its answer never comes, so that nobody can tell.',
    hits: save,
    after: async (_response, { signal }) => {
      await pause(NEVER, signal)
      return Response.error()
    },
  },
  offline: {
    sentence: 'Every connection is dropped.',
    hits: everything,
    before: () => Response.error(),
  },
  'html-error': {
    sentence:
      'A proxy answers with a page of HTML where JSON was due: reading with status 200, saving with 500.',
    hits: everything,
    before: ({ unsafe }) =>
      unsafe ? crashPage() : page(200, 'Down for maintenance', 'This site is back in a few minutes.'),
  },
  'contract-drift': {
    sentence: 'The list of grades gives percentages as text, as if the server had changed.',
    hits: (call) => gradebook(call) && reads(call),
    after: drift,
  },
} as const satisfies Record<string, Fault>

export type FaultName = keyof typeof all

/** The named ways in which the simulated LMS fails. */
export const faults: Readonly<Record<FaultName, Fault>> = all

export const faultNames = Object.keys(all).filter(isFaultName)

/** Tells whether a fault has this name. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(all, name)
}

/**
 * Tells whether the fault `save-422` refuses the item at this position of a batch.
 * @param position counted from 0
 */
export function refusesItem(active: ReadonlySet<FaultName>, position: number): boolean {
  return active.has('save-422') && position % 2 === 0
}

/** Waits so many milliseconds, or less where the client gives up. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || milliseconds <= 0) {
      resolve()
      return
    }
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}

async function drift(response: Response): Promise<Response> {
  if (!response.ok) return response
  const text = await response.text()
  return new Response(text.replaceAll(/"percent":(-?[\d.e-]+)/g, '"percent":"$1"'), {
    status: response.status,
    headers: response.headers,
  })
}
