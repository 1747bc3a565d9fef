import { availableTo } from '#mocks/lms/availability.ts'
import { type Block, courseBlock } from '#mocks/lms/blocks.ts'
import { type CompletionOf, completionOf } from './completion.ts'
import type { Course, PlacedSubsection } from '#mocks/lms/course-model.ts'
import type { Account } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'

/** A course, chapter or subsection as the outline shows it to somebody. */
export interface OutlineEntry {
  readonly block: Block
  /** Of what is shown. */
  readonly children: readonly OutlineEntry[]
  readonly complete: boolean
  /** Leads to where the learner was last. */
  readonly resumes: boolean
  /** Something inside opens later. */
  readonly scheduled: boolean
}

/**
 * Gives the outline of a course as somebody sees it, without units, and without what is hidden or not open yet.
 * Where a learner was last is the furthest subsection that they have begun. Course home API, outline.
 */
export function courseOutline(school: School, course: Course, person: Account): OutlineEntry {
  const available = availableTo(school, course, person.id)
  const shown = (place: PlacedSubsection): boolean => !place.hidden && available(place)
  const completion = completionOf(school, course, person.id)
  const root = courseBlock(course)
  const begun = root.children
    .flatMap(({ children }) => children)
    .findLast((block) => block.place !== null && shown(block.place) && completion(block) > 0)
  return entryOf(root, { shown, completion, begun, now: school.now })
}

interface Sight {
  readonly shown: (place: PlacedSubsection) => boolean
  readonly completion: CompletionOf
  readonly begun: Block | undefined
  readonly now: number
}

function entryOf(block: Block, sight: Sight): OutlineEntry {
  const { shown, completion, begun, now } = sight
  if (block.type === 'sequential') {
    return {
      block,
      children: [],
      complete: completion(block) === 1,
      resumes: block === begun,
      scheduled: false,
    }
  }
  const children = block.children
    .filter(({ place }) => !place || shown(place))
    .map((child) => entryOf(child, sight))
    .filter((entry) => entry.block.type === 'sequential' || entry.children.length > 0)
  return {
    block,
    children,
    complete: children.length > 0 && children.every(({ complete }) => complete),
    resumes: children.some(({ resumes }) => resumes),
    scheduled: opensLater(block, now),
  }
}

function opensLater({ place, children }: Block, now: number): boolean {
  if (!place) return children.some((child) => opensLater(child, now))
  return !place.staffOnly && place.released !== null && place.released > now
}
