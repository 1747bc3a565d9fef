import { time } from '#mocks/api/time.ts'
import type { Setting } from './setting.ts'

const DAY = 86_400_000

/** Words that the real servers use, or could. */
const fixed: Readonly<Record<string, string>> = {
  activityProgress: 'Completed',
  action: 'enroll',
  assignment_type: 'Homework',
  bulk_sku: 'A5B6DBE',
  cert_status: 'notpassing',
  certificate_type: 'verified',
  comment: 'Well done.',
  course_home_tour_status: 'no-tour',
  course_run_status: 'in_progress',
  currency: 'usd',
  currency_symbol: '$',
  data: '<problem/>',
  date_type: 'assignment-due-date',
  detail: 'ok',
  discounted_price: '$41.65',
  duration_sec: 'unknown',
  edit_reasons: 'grammar-spelling',
  effort: '6 hours a week',
  enrollment_mode: 'verified',
  extra_text: '',
  extra_info: '',
  grade: '0.88',
  gradingProgress: 'FullyGraded',
  handler_name: 'xmodule_handler',
  handouts_html: '<ul><li>Syllabus</li></ul>',
  has_hidden_contribution: 'none',
  label: 'HW 01',
  letter_grade: 'Pass',
  mode: 'verified',
  mode_display_name: 'Verified Certificate',
  mode_slug: 'verified',
  order_number: 'EDX-100001',
  original_price: '$49',
  pacing: 'instructor',
  pacing_type: 'Instructor Paced',
  preferences: '',
  profile: 'desktop_mp4',
  provider: 'openedx',
  provider_type: 'zoom',
  role: 'staff',
  short_label: 'HW',
  show_correctness: 'always',
  sku: '8CF08E5',
  start_type: 'timestamp',
  student_key: 'student-0001',
  tab_id: 'courseware',
  task_input: '{}',
  task_message: 'No status information available',
  task_state: 'PROGRESS',
  task_type: 'grade_problems',
  timezone: 'UTC',
  time_zone: 'Europe/Berlin',
  type: 'problem',
  user_timezone: 'UTC',
  version: 'lti_1p3',
  welcome_message_html: '<p>Welcome to the course.</p>',
}

/** Days from now; what is not named here is about now. */
const days: ReadonlyArray<readonly [names: RegExp, days: number]> = [
  [/^(?:created|created_date|created_at|start_date|enrollment_start)$/, -30],
  [/^(?:modified|modified_date|updated_at|change_date|published)$/, -1],
  [/^(?:due|date|task_due|endDateTime|last_grade_publish_date)$/, 7],
  [
    /(?:deadline|expires|expired_at|expiration_date|expiration_datetime|access_expires|end_date|enrollment_end)$/,
    180,
  ],
]

const DATES =
  /(?:^|_)(?:created|modified|date|datetime|deadline|due|expires|at)$|DateTime$|^(?:timestamp|enrollment_(?:start|end)|course_(?:start|end)|start|end)$/
const LINKS = /(?:^|_)(?:url|uri|link|id_url|uri_absolute)$|_URL$|^(?:logo|large|raw|small|scoreOf)$/
const COURSE_NAMES = /^(?:course_id|course_key|course_run_id|enrollment_course_run|master_course_id|courses)$/
const USAGE_NAMES =
  /^(?:usage_key|usage_id|block_key|module_id|subsection_id|location|first_component_block_id|resourceLinkId|root)$/
const PEOPLE = /^(?:user|username|user_name|requester|userId)$/
const UUID_NAMES = /(?:^|_)(?:uuid|task_id)$/

/**
 * Gives a text for a field: of the people, the course and the time that the setting knows where the name tells so,
 * else the field's name in words.
 * @param position counted from 0, of the item in its list
 */
export function textFor(name: string, setting: Setting, position: number): string {
  const { params, origin, now } = setting
  const inPath = position === 0 ? params[name] : undefined
  if (inPath !== undefined) return inPath
  if (COURSE_NAMES.test(name)) return setting.courseKey(position)
  if (USAGE_NAMES.test(name)) return setting.usageKey(position)
  if (PEOPLE.test(name)) return setting.person(position).username
  if (name.endsWith('email')) return setting.person(position).email
  if (name === 'profile_name' || name === 'verified_name') return fullName(setting, position)
  if (LINKS.test(name)) return link(name, setting, position)
  if (DATES.test(name)) return time(instantOf(name, setting, position))
  if (UUID_NAMES.test(name)) return uuidOf(`${setting.operation} ${name} ${position}`)
  if (name === 'start_display') return dayInWords(setting.course(position)?.start ?? now)
  if (name === 'id') return idOf(setting, position)
  if (name === 'name' || name === 'title' || name === 'display_name' || name === 'course_title') {
    return nameOf(setting, position)
  }
  if (name === 'course_name' || name === 'course_display_name') return courseName(setting, position)
  if (name === 'org' || name === 'course_organization') return setting.course(position)?.org ?? 'edX'
  if (name === 'number') return setting.course(position)?.number ?? 'DemoX'
  if (name === 'status') return statusOf(setting)
  if (name.endsWith('_BASE_URL')) return origin
  return fixed[name] ?? inWords(name)
}

function instantOf(name: string, { now, course }: Setting, position: number): number {
  const own = course(position)
  if (/^(?:course_)?start$|^startDateTime$/.test(name)) return own?.start ?? now - 30 * DAY
  if (/^(?:course_)?end$/.test(name)) return own?.end ?? now + 90 * DAY
  const [, away = 0] = days.find(([names]) => names.test(name)) ?? []
  return now + away * DAY
}

function link(name: string, { origin, operation, courseKey }: Setting, position: number): string {
  if (/^(?:logo|large|raw|small|image|thumbnail_url|logo_url|uri|uri_absolute|LOGO_URL)$/.test(name)) {
    return `${origin}/static/images/${name}.png`
  }
  if (name === 'LOGIN_URL') return `${origin}/login`
  if (name === 'LOGOUT_URL') return `${origin}/logout`
  if (/^[A-Z_]+$/.test(name)) return origin
  if (/\/(?:user|val|organizations|credit)\//.test(operation))
    return `${origin}/${slug(name)}/${position + 1}`
  return `${origin}/courses/${courseKey(position)}/course/`
}

/** In the APIs of courses an id is the course's; elsewhere it is a short word. */
function idOf({ operation, courseKey, origin }: Setting, position: number): string {
  if (/ \/api\/(?:courses|courseware|commerce|mobile|discussion\/v1\/courses)\//.test(operation)) {
    return courseKey(position)
  }
  if (operation.includes('/lti-ags')) return `${origin}/api/lti_consumer/v1/lti/1/lti-ags/${position + 1}`
  return `item-${position + 1}`
}

function nameOf(setting: Setting, position: number): string {
  if (/ \/api\/(?:user|mobile)\//.test(setting.operation) && !setting.operation.includes('course')) {
    return fullName(setting, position)
  }
  if (setting.operation.includes('/organizations/')) return setting.course(position)?.org ?? 'edX'
  return courseName(setting, position)
}

function fullName({ person }: Setting, position: number): string {
  const { name, username } = person(position)
  return name ?? username
}

function courseName({ course }: Setting, position: number): string {
  return course(position)?.name ?? 'Demonstration Course'
}

function statusOf({ operation }: Setting): string {
  if (operation.includes('/val/')) return 'file_complete'
  if (operation.includes('/certificates/')) return 'downloadable'
  if (operation.includes('/verifications/')) return 'approved'
  if (operation.includes('/course_home/')) return 'none'
  return 'active'
}

function dayInWords(instant: number): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(instant)
}

/** A UUID that depends on the text only. */
function uuidOf(text: string): string {
  let state = 0x2545f491
  for (const char of text) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x5bd1e995)
  const hex = Array.from({ length: 4 }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0x9e3779b9
    return (state >>> 0).toString(16).padStart(8, '0')
  }).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

function slug(name: string): string {
  return name.replaceAll('_', '-')
}

/** `fulfillment_instructions` in words. */
function inWords(name: string): string {
  const words = name.replaceAll('_', ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
