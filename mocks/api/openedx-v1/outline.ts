import { timeOrNull } from '#mocks/api/time.ts'
import type { Resolvers } from '#mocks/asked.ts'
import { type AccessError, accessError, loadError } from '#mocks/lms/course-access.ts'
import { type OutlineEntry, courseOutline } from '#mocks/lms/learner/course-outline.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { enrolmentOf } from '#mocks/lms/enrolments.ts'
import { learnerGrades } from '#mocks/lms/grades.ts'
import { seenAs } from '#mocks/lms/learner/masquerade.ts'
import type { Account, Caller } from '#mocks/lms/model.ts'
import { timeZoneOf } from '#mocks/lms/preferences.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { outline } from '#src/lms/openedx-v1/endpoints-home.ts'
import { presentBanner, presentDates } from './dates.ts'
import { jumpUrl } from './home-addresses.ts'
import { type Place, presentAccessEnd, presentCertificate, presentUpgrade } from './standing.ts'

type Wire = WireOf<typeof outline>
type Blocks = NonNullable<Wire['course_blocks']>['blocks']

/** Answers Course home API v1, outline: to anybody; who may not enter is told how things stand, without the content. */
export const outlineResolvers: Resolvers<{ outline: typeof outline }> = {
  outline: ({ school, caller, path, url }) => {
    const course = findCourse(school, path.courseId)
    if (!course) throw refusal(404, 'Not found.')
    const refused = loadError(school, course, caller)
    if (refused) throw refusal(403, refused.userMessage)
    const place = { school, course, origin: url.origin }
    const visitor = caller && seenAs(school, course, caller)
    return present(place, visitor, accessError(school, course, caller), visitor?.id !== caller?.id)
  },
}

function present(place: Place, caller: Caller, refused: AccessError | null, masked: boolean): Wire {
  const { school, course, origin } = place
  const member = refused ? null : caller
  const enrolment = (caller && enrolmentOf(school, course, caller.id)) ?? null
  const ended = course.end !== null && course.end < school.now
  const entry = member && courseOutline(school, course, member)
  return {
    access_expiration: presentAccessEnd(place, enrolment, masked),
    cert_data: member && presentCertificate(place, member.id),
    course_blocks: entry && { blocks: presentBlocks(place, entry) },
    course_goals: { selected_goal: null, weekly_learning_goal_enabled: false },
    course_tools: member
      ? [
          {
            analytics_id: 'edx.bookmarks',
            title: 'Bookmarks',
            url: `${origin}/courses/${course.key}/bookmarks/`,
          },
        ]
      : [],
    dates_banner_info: member && presentBanner(place, member),
    dates_widget: {
      course_date_blocks: member ? presentDates(place, member) : [],
      dates_tab_link: `${origin}/courses/${course.key}/dates`,
      user_timezone: caller && timeZoneOf(school, caller),
    },
    enable_proctored_exams: false,
    enroll_alert: { can_enroll: refused?.code === 'enrollment_required' && !ended, extra_text: '' },
    enrollment_mode: enrolment?.active ? enrolment.mode : null,
    handouts_html: null,
    has_ended: ended,
    offer: null,
    resume_course: resumeOf(place, entry),
    user_has_passing_grade: member ? passes(place, member) : false,
    verified_mode: presentUpgrade(place, enrolment),
    welcome_message_html: null,
  }
}

function passes({ school, course }: Place, member: Account): boolean {
  return learnerGrades(school, course, member.id).course.passed ?? false
}

function presentBlocks(place: Place, entry: OutlineEntry): Blocks {
  const { block, children, complete, resumes, scheduled } = entry
  const subsection = block.type === 'sequential' ? block.place?.subsection : undefined
  const questions = subsection?.problems.filter(({ graded }) => graded).length ?? 0
  const words = `${subsection?.format} (${questions} Question${questions === 1 ? '' : 's'})`
  const own: Blocks[string] = {
    id: block.key,
    type: block.type,
    display_name: block.name,
    children: children.map((child) => child.block.key),
    complete,
    description: subsection?.graded && questions > 0 ? words : '',
    due: timeOrNull(subsection?.due ?? null),
    effort_activities: null,
    effort_time: null,
    icon: subsection?.graded ? 'fa-edit' : null,
    lms_web_url: jumpUrl(place.origin, place.course, block.key),
    resume_block: resumes,
    has_scheduled_content: scheduled,
    hide_from_toc: false,
  }
  return Object.assign(
    { [block.key]: own },
    ...children.map((child) => presentBlocks(place, child)),
  ) as Blocks
}

/** Who has not begun yet is led to the course's own page. */
function resumeOf({ origin, course }: Place, entry: OutlineEntry | null): Wire['resume_course'] {
  const last = entry && lastOf(entry)
  if (!entry) return { has_visited_course: false, url: null }
  return { has_visited_course: last !== null, url: jumpUrl(origin, course, (last ?? entry).block.key) }
}

function lastOf(entry: OutlineEntry): OutlineEntry | null {
  if (!entry.resumes) return null
  return entry.children.map(lastOf).find((found) => found !== null) ?? entry
}
