import type { School } from '#mocks/lms/store.ts'
import { isCourseParameter, isUsageParameter } from './routes.ts'

/** Values for the parameters of documented paths, where any value will do. */
const anything: Readonly<Record<string, string>> = {
  api_version: 'v1',
  ccx_course_id: 'ccx-v1:edX+DemoX+Demo_Course+ccx@1',
  mode_slug: 'verified',
  name: 'Moderator',
  provider_id: 'oa2-example',
  rolename: 'Moderator',
  short_name: 'MITx',
  token: '6a1b0f3e000040008000000000000001',
  var: '',
}

/**
 * Fills in a documented path with the school's own: its first course, a subsection of it, somebody's username, and
 * well-formed ids for what it does not have. Encoded.
 */
export function samplePath(school: School, path: string, username: string): string {
  const [course] = school.world.courses
  const subsection = course?.chapters.flatMap(({ subsections }) => subsections)[0]
  const valueOf = (name: string) => {
    if (isCourseParameter(name) || name === 'courseId') return course?.key ?? ''
    if (isUsageParameter(name)) return subsection?.key ?? ''
    if (name === 'username') return username
    if (name.endsWith('uuid')) return '6a1b0f3e-1c2d-4e5f-8a9b-0c1d2e3f4a5b'
    return anything[name] ?? '1'
  }
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(valueOf(name)))
}
