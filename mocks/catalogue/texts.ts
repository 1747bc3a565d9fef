import { time } from '#mocks/api/time.ts'
import { uuidOf } from '#mocks/lms/uuids.ts'
import type { Setting } from './setting.ts'
import { wordsFor } from './words.ts'

const DAY = 86_400_000

/** What tells of a person, a course, a block or a time, by the name of a field. */
const PEOPLE = /^(?:user|username|requester|userId)$/
const COURSE_KEYS =
  /^(?:course_id|course_key|course_run_id|enrollment_course_run|master_course_id|courses|results)$/
const USAGE_KEYS =
  /^(?:usage_key|usage_id|block_key|module_id|subsection_id|location|first_component_block_id|resourceLinkId|root|entrance_exam_id|course_modules)$/
const UUIDS = /(?:^|_)(?:uuid|task_id)$/
const IMAGES = /^(?:logo|large|raw|small|thumbnail_url|logo_url|uri|uri_absolute|LOGO_URL)$/
const LINKS = /(?:^|_)(?:url|link)$|_URL$|^(?:scoreOf|course_enrollments)$/
const TIMES =
  /(?:^|_)(?:created|modified|date|datetime|deadline|due|expires|at|start|end)$|DateTime$|^timestamp$/
const NAMES = /^(?:name|title|display_name|course_name|course_title|course_display_name)$/

/** Days from now; what is not named here is about now. */
const days: ReadonlyArray<readonly [names: RegExp, days: number]> = [
  [/^(?:created|created_date|created_at|start_date)$/, -30],
  [/^(?:modified|modified_date|updated_at|change_date)$/, -1],
  [/^(?:due|date|task_due|endDateTime|last_grade_publish_date)$/, 7],
  [/(?:deadline|expires|expired_at|expiration_date|expiration_datetime|end_date)$/, 180],
]

/**
 * Gives a text for a field: of the people, the course and the time that the setting knows where the name tells so, else
 * words that fit the name.
 * @param path the documented name, `results[].user.name`
 * @param position counted from 0, of the item in its list
 */
export function textFor(path: string, setting: Setting, position: number): string {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
  const name = steps.at(-1) ?? ''
  const given = wordsFor(setting.operation, steps.at(-2) ?? '', name)
  return (
    inPath(name, steps.length, setting, position) ??
    ofSomebody(name, setting, position) ??
    given?.replace('{n}', String(position + 1)) ??
    ofCourse(name, setting, position) ??
    ofAddress(name, setting, position) ??
    (UUIDS.test(name) ? uuidOf(`${setting.operation} ${path} ${position}`) : spoken(name))
  )
}

/** What the path names, the answer names too: at its top, and in the first item of a list. */
function inPath(name: string, depth: number, { params }: Setting, position: number): string | undefined {
  const isTold = name !== 'name' && name !== 'id' && depth <= 2 && position === 0
  return isTold ? params[name] : undefined
}

function ofSomebody(name: string, setting: Setting, position: number): string | undefined {
  const { username, email, name: full } = setting.person(position)
  if (PEOPLE.test(name)) return username
  if (/(?:^|_)email$/.test(name) && name !== 'course_email') return email
  const isFullName = name === 'name' && tellsOfPeople(setting)
  return isFullName || /^(?:profile|verified)_name$/.test(name) ? (full ?? username) : undefined
}

function ofCourse(name: string, setting: Setting, position: number): string | undefined {
  const course = setting.course(position)
  if (COURSE_KEYS.test(name)) return setting.courseKey(position)
  if (USAGE_KEYS.test(name)) return setting.usageKey(position)
  if (name === 'ccx_course_id') return ccxKey(setting.courseKey(position))
  if (name === 'id') return idFor(setting, position)
  if (/^(?:org|short_name|course_organization)$/.test(name)) return course?.org ?? 'edX'
  if (name === 'number') return course?.number ?? 'DemoX'
  if (name === 'start_display') return inDays(course?.start ?? setting.now)
  if (name === 'name' && setting.operation.includes('/organizations/')) return course?.org ?? 'edX'
  if (NAMES.test(name)) return course?.name ?? 'Demonstration Course'
  if (name === 'course_email') return `News about ${course?.name ?? 'the course'}`
  return TIMES.test(name) ? time(instantFor(name, setting, position)) : undefined
}

function ofAddress(
  name: string,
  { origin, operation, ...setting }: Setting,
  position: number,
): string | undefined {
  if (IMAGES.test(name)) return `${origin}/static/images/${name.toLowerCase().replaceAll('_', '-')}.png`
  if (name === 'LOGIN_URL') return `${origin}/login`
  if (name === 'LOGOUT_URL') return `${origin}/logout`
  if (/^[A-Z_]+_URL$/.test(name)) return origin
  if (!LINKS.test(name)) return undefined
  const { username, id } = setting.person(position)
  if (name === 'course_enrollments') return `${origin}/api/mobile/v1/users/${username}/course_enrollments/`
  if (name === 'url' && operation.includes('/api/user/')) return `${origin}/api/user/v1/users/${id}/`
  if (operation.includes('/api/val/')) return `${origin}/static/videos/lecture-0${position + 1}.mp4`
  return `${origin}/courses/${setting.courseKey(position)}/course/`
}

function instantFor(name: string, { now, course }: Setting, position: number): number {
  const own = course(position)
  if (name === 'enrollment_start') return (own?.start ?? now) - 60 * DAY
  if (/(?:^|_)start$|^startDateTime$/.test(name)) return own?.start ?? now - 30 * DAY
  if (/(?:^|_)end$/.test(name)) return own?.end ?? now + 90 * DAY
  const [, away = 0] = days.find(([names]) => names.test(name)) ?? []
  return now + away * DAY
}

/** In the APIs of courses an id is the course's, or the block's; elsewhere it is a short word. */
function idFor({ operation, courseKey, usageKey }: Setting, position: number): string {
  if (operation.includes('/block_metadata/')) return usageKey(position)
  const isCourses = / \/api\/(?:courses|courseware|commerce|mobile|discussion\/v1\/courses)\//.test(operation)
  return isCourses ? courseKey(position) : `item-${position + 1}`
}

/** Gives the key of a course's first custom course. */
function ccxKey(courseKey: string): string {
  return `${courseKey.replace('course-v1:', 'ccx-v1:')}+ccx@1`
}

function tellsOfPeople({ operation }: Setting): boolean {
  return /^\w+ \/api\/(?:user\/v1\/(?:users|forum_roles|preferences|user_prefs)\/|mobile\/\{api_version\}\/users\/\{username\}$)/.test(
    operation,
  )
}

function inDays(instant: number): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(instant)
}

/** `receipt_number` as "Receipt number". */
function spoken(name: string): string {
  const words = name.replaceAll('_', ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
