import { crashPage, page } from './pages.ts'
import { Throttled } from './throttle.ts'

/** One call of an endpoint, as a fault sees it. */
export interface Call {
  /** The endpoint's name in its contract, such as `gradebook`. */
  readonly endpoint: string
  readonly unsafe: boolean
  /** Path and query. */
  readonly address: string
  /** Aborts when the client gives up. */
  readonly signal: AbortSignal
}

/** What the faults of a world remember from call to call, until others are switched on. */
export type FaultMemory = Map<string, number>

export interface Fault {
  /** What it does, for people. */
  readonly sentence: string
  readonly hits: (call: Call) => boolean
  /** Instead of asking the school: an answer, or nothing to go on; may throw a `Refusal`. */
  readonly before?: (call: Call, memory: FaultMemory) => Response | undefined | Promise<Response | undefined>
  /** After the school acted: what goes out in place of its answer. */
  readonly after?: (response: Response, call: Call) => Response | Promise<Response>
}

/** How long the fault `latency` holds each answer back, in milliseconds. */
const SLOW = 2000
/** After this long an answer that never comes becomes a dropped connection, in milliseconds. */
const NEVER = 60_000

/** What `throttled` asks to be waited for, in seconds. */
const SOON = 1
/** How many calls a renewed session lasts under the fault `session-expired`. */
const SESSION_CALLS = 20
const SESSION = 'calls left in the session'

const everything = () => true
const reads = (call: Call) => !call.unsafe
const gradebook = (call: Call) => call.endpoint === 'gradebook'
const gradesOfAll = (call: Call) => gradebook(call) || call.endpoint === 'sectionGrades'
const progress = ({ endpoint }: Call) => endpoint === 'progress' || endpoint === 'progressOfLearner'
const save = ({ endpoint }: Call) => endpoint === 'bulkUpdate' || endpoint === 'saveSectionGrades'

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
    hits: gradesOfAll,
    before: () => crashPage(),
  },
  'course-home-500': {
    sentence: 'What a course tells of itself and its tabs fails with status 500.',
    hits: ({ endpoint }) => endpoint === 'courseMetadata',
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
    after: (response) =>
      withText(response, (text) => text.replaceAll(/"percent":(-?[\d.e-]+)/g, '"percent":"$1"')),
  },
  'contract-drift-info': {
    sentence: 'The grading policy comes without its assignment types, as if the server had changed.',
    hits: ({ endpoint }) => endpoint === 'gradingInfo',
    after: (response) => withText(response, (text) => text.replace('"assignment_types":', '"types":')),
  },
  'contract-drift-history': {
    sentence: 'The history of a grade gives its ids as text, as if the server had changed.',
    hits: ({ endpoint }) => endpoint === 'subsection',
    after: (response) =>
      withText(response, (text) => text.replaceAll(/"(user_id|history_id)":(\d+)/g, '"$1":"$2"')),
  },
  'contract-drift-progress': {
    sentence: 'A learner’s progress gives its percentages as text, as if the server had changed.',
    hits: progress,
    after: (response) =>
      withText(response, (text) => text.replaceAll(/"percent":(-?[\d.e-]+)/g, '"percent":"$1"')),
  },
  'older-progress': {
    sentence: 'A learner’s progress comes as an older release gives it, without what newer ones have added.',
    hits: progress,
    after: (response) => withText(response, (text) => JSON.stringify(JSON.parse(text, withoutNewest))),
  },
  throttled: {
    sentence: 'Each read is refused at first, with status 429: who asks again after a second is answered.',
    hits: reads,
    before: ({ address }, memory) => {
      // By address, not by turns: of several reads at once, each gets through the second time.
      if (memory.delete(address)) return undefined
      memory.set(address, 1)
      throw new Throttled(SOON)
    },
  },
  'session-expired': {
    sentence:
      'The session is over: whatever is asked by cookie is refused, with status 401, until login_refresh renews it; after twenty calls it is over again.',
    hits: everything,
    // That nobody is asking is told by `hasExpired`.
    before: ({ endpoint }, memory) => {
      const left = memory.get(SESSION) ?? 0
      memory.set(SESSION, endpoint === 'loginRefresh' ? SESSION_CALLS : Math.max(0, left - 1))
      return undefined
    },
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

/** Tells whether the fault `session-expired` has made an end of everybody's session. */
export function hasExpired(active: ReadonlySet<FaultName>, memory: FaultMemory): boolean {
  return active.has('session-expired') && (memory.get(SESSION) ?? 0) === 0
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

/** What releases have added to the progress of a learner over the years. */
const NEWEST: ReadonlySet<string> = new Set([
  'assignment_type_grade_summary',
  'final_grades',
  'disable_progress_graph',
  'assignment_colors',
  'num_total',
  'due',
])

function withoutNewest(key: string, value: unknown): unknown {
  return NEWEST.has(key) ? undefined : value
}

/** Changes the text of an answer, where it is one of success. */
async function withText(response: Response, change: (text: string) => string): Promise<Response> {
  if (!response.ok) return response
  return new Response(change(await response.text()), { status: response.status, headers: response.headers })
}
