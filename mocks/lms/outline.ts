import type { Chapter, Course, PlacedSubsection } from './course-model.ts'
import type { UsageKey } from './model.ts'

interface Outline {
  readonly all: readonly PlacedSubsection[]
  readonly graded: readonly PlacedSubsection[]
  readonly byKey: ReadonlyMap<UsageKey, PlacedSubsection>
}

// A course never changes, so its outline is worked out once.
const outlines = new WeakMap<Course, Outline>()

/** Gives every subsection, in course order. */
export function subsectionsOf(course: Course): readonly PlacedSubsection[] {
  return outlineOf(course).all
}

/** Gives the graded subsections that are not staff-only, in course order: the columns of the gradebook. */
export function gradedSubsections(course: Course): readonly PlacedSubsection[] {
  return outlineOf(course).graded
}

/** Gives the subsection with this key, or undefined. */
export function findSubsection(course: Course, key: UsageKey): PlacedSubsection | undefined {
  return outlineOf(course).byKey.get(key)
}

function outlineOf(course: Course): Outline {
  const known = outlines.get(course)
  if (known) return known
  const nextLabel = labeller(course)
  const all = course.chapters.flatMap((chapter) => placeAll(chapter, nextLabel))
  const outline = {
    all,
    graded: all.filter(({ subsection, staffOnly }) => subsection.graded && !staffOnly),
    byKey: new Map(all.map((place) => [place.subsection.key, place])),
  }
  outlines.set(course, outline)
  return outline
}

function placeAll(chapter: Chapter, nextLabel: (format: string | null) => string | null): PlacedSubsection[] {
  return chapter.subsections.map((subsection) => {
    const staffOnly = chapter.staffOnly || subsection.staffOnly
    const starts = [chapter.start, subsection.start].filter((start) => start !== null)
    return {
      chapter,
      subsection,
      label: subsection.graded && !staffOnly ? nextLabel(subsection.format) : null,
      staffOnly,
      hidden: staffOnly || chapter.hiddenFromOutline || subsection.hiddenFromOutline,
      released: starts.length === 0 ? null : Math.max(...starts),
    }
  })
}

/** Numbers run for each type apart, over what the gradebook shows. */
function labeller({ policy }: Course): (format: string | null) => string | null {
  const shortLabels = new Map(policy.rules.map(({ type, shortLabel }) => [type, shortLabel ?? type]))
  const numbers = new Map<string, number>()
  return (format) => {
    const shortLabel = format === null ? null : shortLabels.get(format)
    if (!shortLabel || format === null) return null
    const number = (numbers.get(format) ?? 0) + 1
    numbers.set(format, number)
    return `${shortLabel} ${String(number).padStart(2, '0')}`
  }
}
