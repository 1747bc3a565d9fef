import { timeOrNull } from '#mocks/api/time.ts'
import { day } from '#mocks/lms/course-access.ts'
import type { Course } from '#mocks/lms/course-model.ts'

/** Presents a course of the catalogue. Courses API v1. */
export function presentOverview(course: Course, origin: string) {
  const image = `/asset-v1/${encodeURIComponent(course.key)}/images_course_image.jpg`
  return {
    id: course.key,
    course_id: course.key,
    name: course.name,
    org: course.org,
    number: course.number,
    start: timeOrNull(course.start),
    end: timeOrNull(course.end),
    enrollment_start: null,
    enrollment_end: null,
    start_display: course.start === null ? null : day(course.start),
    start_type: course.start === null ? 'empty' : 'timestamp',
    short_description: '',
    effort: null,
    pacing: course.selfPaced ? 'self' : 'instructor',
    hidden: course.listed === false,
    invitation_only: false,
    mobile_available: false,
    blocks_url: `${origin}/api/courses/v2/blocks/?course_id=${encodeURIComponent(course.key)}`,
    media: {
      banner_image: { uri: image, uri_absolute: origin + image },
      course_image: { uri: image },
      course_video: { uri: null },
      image: { raw: origin + image, small: origin + image, large: origin + image },
    },
  }
}
