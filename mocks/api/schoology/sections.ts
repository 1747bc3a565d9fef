import type { Resolvers } from '#mocks/asked.ts'
import { accountById } from '#mocks/lms/accounts.ts'
import { hasAuthorAccess, signedIn } from '#mocks/lms/access.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { openSection, refuseAccess } from '#mocks/lms/schoology/access.ts'
import { sectionIdOf } from '#mocks/lms/schoology/ids.ts'
import { type Item, type Section, isExam, sectionOf } from '#mocks/lms/schoology/items.ts'
import { type Member, memberOf, membersOf } from '#mocks/lms/schoology/members.ts'
import { userOf } from '#mocks/lms/schoology/user-grades.ts'
import type { School } from '#mocks/lms/store.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type {
  assignments,
  enrollments,
  section,
  userSections,
} from '#src/lms/schoology/endpoints-sections.ts'
import { pageOf, addressOf } from './pages.ts'
import { localTime, nameOf } from './present.ts'

/** The numbers of a school of which there is only one. */
const SCHOOL_ID = '344232'

/** Sections, who is in them, and what is assigned. */
export const sectionResolvers: Resolvers<{
  section: typeof section
  userSections: typeof userSections
  enrollments: typeof enrollments
  assignments: typeof assignments
}> = {
  section: ({ school, caller, path }) => {
    const opened = openSection(school, caller, path.sectionId)
    return sectionObject(school, opened, opened.admin)
  },

  userSections: ({ school, caller, path, query, url }) => {
    const account = signedIn(caller, 'Authentication is required.')
    const user = userOf(school, account, path.userId)
    if (user.id !== account.id && !account.globalStaff) throw refuseAccess()
    const pastToo = query.include_past === '1'
    const sections = school.world.courses
      .filter((course) => pastToo || isGiven(school, course))
      .map((course) => sectionOf(school, course))
      .filter(({ course, setup }) => memberOf(school, course, setup, user.id)?.status === 1)
    const { items, total, links } = pageOf(sections, url)
    return {
      section: items.map((one) => ({
        ...sectionObject(school, one, hasAuthorAccess(school, account, one.course)),
        links: { self: addressOf(`/sections/${sectionIdOf(one.course)}`) },
      })),
      total: String(total),
      links,
    }
  },

  enrollments: ({ school, caller, path, query, url }) => {
    const { course, setup } = openSection(school, caller, path.sectionId)
    const [uids, statuses] = [listOf(query.uid), listOf(query.enrollment_status)]
    const members = membersOf(school, course, setup).filter(
      ({ userId, status }) =>
        (uids?.includes(String(userId)) ?? true) && (statuses?.includes(String(status)) ?? true),
    )
    const { items, total, links } = pageOf(members, url)
    return {
      enrollment: items.flatMap((member) => enrolmentObject(school, course, member)),
      total: String(total),
      links,
    }
  },

  assignments: ({ school, caller, path, url }) => {
    const opened = openSection(school, caller, path.sectionId)
    const visible = opened.items.filter((item) => opened.admin || isPublished(school, item))
    const { items, total, links } = pageOf(visible, url)
    return { assignment: items.map((item) => assignmentObject(school, opened, item)), total, links }
  },
}

function sectionObject(school: School, { course, setup }: Section, admin: boolean): WireOf<typeof section> {
  const wire = {
    id: String(sectionIdOf(course)),
    course_title: course.name,
    course_code: course.number,
    course_id: String(sectionIdOf(course) - 1_000_000_000),
    school_id: SCHOOL_ID,
    section_title: setup.title,
    section_code: course.run,
    section_school_code: course.key,
    synced: '0',
    active: isGiven(school, course) ? 1 : 0,
    description: '',
    grading_periods: setup.periods.map(({ id }) => id),
    profile_url: 'https://app.schoology.com/images/course-default.gif',
    location: '',
    meeting_days: [''],
    start_time: '',
    end_time: '',
    weight: '0',
    options: { weighted_grading_categories: setup.weighted ? '1' : '0', member_post: '1' },
    admin: admin ? 1 : 0,
  }
  return wire
}

function enrolmentObject(school: School, course: Course, { id, userId, admin, status, externalKey }: Member) {
  const account = accountById(school, userId)
  if (!account) return []
  return {
    id: String(id),
    uid: String(userId),
    school_uid: externalKey ?? '',
    name_title: '',
    name_title_show: '0',
    ...nameOf(account),
    name_first_preferred: '',
    name_middle: '',
    name_middle_show: '0',
    admin: admin ? 1 : 0,
    status: String(status),
    picture_url: 'https://app.schoology.com/images/default_user.gif',
    links: { self: addressOf(`/sections/${sectionIdOf(course)}/enrollments/${id}`) },
  }
}

/** Numbers about grading are texts here, the others numbers. */
function assignmentObject(school: School, { course }: Section, item: Item) {
  const { id, place, scale } = item
  return {
    id,
    title: place.subsection.name,
    description: '',
    due: localTime(place.subsection.due),
    grading_scale: String(item.scaleId),
    grading_period: String(item.periodId),
    grading_category: String(item.categoryId),
    max_points: String(item.maxPoints),
    factor: String(item.factor),
    is_final: isExam(item) ? '1' : '0',
    show_comments: '1',
    grade_stats: '0',
    allow_dropbox: '1',
    allow_discussion: '1',
    published: isPublished(school, item) ? 1 : 0,
    type: 'assignment',
    grade_item_id: id,
    available: 1,
    completed: 0,
    dropbox_locked: 0,
    grading_scale_type: scale?.type ?? 0,
    show_rubric: false,
    // Sent only where it differs from the usual.
    ...(item.counts ? {} : { count_in_grade: 0 }),
    auto_publish_grades: 1,
    num_assignees: 0,
    assignees: [],
    completion_status: '',
    links: { self: addressOf(`/sections/${sectionIdOf(course)}/assignments/${id}`) },
  }
}

function isPublished({ now }: School, { place }: Item): boolean {
  return place.released === null || place.released <= now
}

function isGiven({ now }: School, { end }: Course): boolean {
  return end === null || end >= now
}

function listOf(text: string | undefined): string[] | undefined {
  return text ? text.split(',').map((part) => part.trim()) : undefined
}
