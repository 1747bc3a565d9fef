import type { Setting } from './setting.ts'

/** Flags that are off while all is well; every other one is on. */
const OFF =
  /^(?:hidden|invitation_only|invite_only|refund_locked|has_ended|missed_\w+|disable_\w+|is_self_paced|grades_frozen|allow_anonymous\w*|group_at_subsection|masquerading_\w+|has_scheduled_content|expiration_datetime_is_explicit|user_needs_\w+|free_tier|first_section|weekly_goal|is_staff|original_user_is_staff|user_is_privileged|studio_access|has_course_author_access|entrance_exam_enabled)$/

/** Rights that somebody of the whole site's staff has. */
const STAFF_RIGHTS =
  /^(?:is_staff|original_user_is_staff|user_is_privileged|studio_access|has_course_author_access)$/

const integers: Readonly<Record<string, number>> = {
  num_pages: 1,
  current_page: 1,
  start: 0,
  offset: 0,
  total: 2,
  batch_size: 50,
  total_users_count: 2,
  filtered_users_count: 2,
  min_price: 49,
  price: 49,
  percentage: 15,
  scoreMaximum: 100,
  bitrate: 1_200_000,
  file_size: 48_000_000,
  max_students_allowed: 200,
  days_per_week: 3,
  streak_length_to_celebrate: 3,
  num_droppable: 1,
  num_total: 12,
  current_grade: 85,
  user_count: 12,
}

const numbers: Readonly<Record<string, number>> = {
  percent: 0.85,
  percent_graded: 0.8,
  weight: 0.2,
  num_total: 12,
  average_grade: 0.8,
  weighted_grade: 0.16,
  final_grades: 0.85,
  num_points_earned: 8,
  num_points_possible: 10,
  earned: 8,
  possible: 10,
  score_earned: 8,
  score_possible: 10,
  earned_all: 8,
  possible_all: 10,
  earned_graded: 8,
  possible_graded: 10,
  grade: 8,
  max_grade: 10,
  scoreGiven: 85,
  scoreMaximum: 100,
  resultScore: 85,
  resultMaximum: 100,
  duration: 372.5,
  completion: 1,
  status: 0.5,
}

/** Gives a flag. */
export function flagFor(name: string, { caller }: Setting): boolean {
  if (STAFF_RIGHTS.test(name)) return caller?.globalStaff ?? false
  return !OFF.test(name)
}

/** Gives a whole number: ids count from 1, or are those of the people whom the answer tells of. */
export function integerFor(name: string, setting: Setting, position: number): number {
  if (name === 'user_id' || (name === 'id' && tellsOfPeople(setting))) return setting.person(position).id
  const inPath = setting.params[name]
  if (inPath !== undefined && position === 0 && /^\d{1,9}$/.test(inPath)) return Number(inPath)
  return integers[name] ?? position + 1
}

/** Gives a number. */
export function numberFor(name: string): number {
  return numbers[name] ?? 0.5
}

function tellsOfPeople({ operation }: Setting): boolean {
  return / \/api\/(?:user\/v1\/(?:users|forum_roles|preferences|user_prefs)|mobile\/\{api_version\}\/users)\//.test(
    operation,
  )
}
