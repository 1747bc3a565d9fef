import type { CourseKey, UsageKey } from './model.ts'

const COURSE = /^(?:course-v1:[^/+\s]+\+[^/+\s]+\+[^/+\s?]+|[^/+:\s]+\/[^/+:\s]+\/[^/+:\s?]+)$/
const NEW_USAGE = /^block-v1:([^/+\s]+\+[^/+\s]+\+[^/+\s]+)\+type@[^+@\s]+\+block@[^+@\s]+$/
const OLD_USAGE = /^i4x:\/\/([^/\s]+)\/([^/\s]+)\/[^/\s]+\/[^/\s]+$/

/** True for `course-v1:org+number+run` and for the old `org/number/run`. */
export function isCourseKey(text: string): boolean {
  return COURSE.test(text)
}

/** True for a key that parses, whether or not such a block exists. */
export function isUsageKey(text: string): boolean {
  return NEW_USAGE.test(text) || OLD_USAGE.test(text)
}

/** Gives a block's key in a course; old course keys get the old form. */
export function usageKey(courseKey: CourseKey, type: string, block: string): UsageKey {
  if (courseKey.startsWith('course-v1:')) {
    return `block-v1:${courseKey.slice('course-v1:'.length)}+type@${type}+block@${block}`
  }
  const [org, number] = courseKey.split('/')
  return `i4x://${org}/${number}/${type}/${block}`
}

/** Gives the course of a block; undefined for old keys, which do not tell the run. */
export function courseKeyOf(key: UsageKey): CourseKey | undefined {
  const course = NEW_USAGE.exec(key)?.[1]
  return course === undefined ? undefined : `course-v1:${course}`
}

/** Gives a problem's or subsection's own id: the part after `block@`, or the last of an old key. */
export function blockId(key: UsageKey): string {
  return key.slice(Math.max(key.lastIndexOf('@'), key.lastIndexOf('/')) + 1)
}
