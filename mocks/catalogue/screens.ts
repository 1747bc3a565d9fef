const EVERY = 'Every screen'
const COURSES = 'Courses'
const GRADEBOOK = 'Gradebook'
const EDITOR = 'Score editor'
const INFO = 'Grading info'
const PROGRESS = 'Progress'
const ACROSS = 'Grades across courses'

/** Which screens of Rollbook call an operation, by method and path with blanks for what is filled in. */
const screens: Readonly<Record<string, readonly string[]>> = {
  'GET /api/courses/v1/courses/': [COURSES, ACROSS],
  'GET /api/enrollment/v1/enrollment': [COURSES, ACROSS],
  'GET /api/enrollment/v1/roles/': [EVERY],
  'GET /api/user/v1/me': [EVERY],
  'GET /api/course_home/course_metadata/{}': [GRADEBOOK, INFO, PROGRESS],
  'GET /api/enrollment/v1/course/{}': [GRADEBOOK, INFO, PROGRESS],
  'GET /api/cohorts/v1/courses/{}/cohorts/': [GRADEBOOK],
  'GET /api/grades/v1/gradebook/{}/': [GRADEBOOK, EDITOR, PROGRESS, ACROSS],
  'GET /api/grades/v1/gradebook/{}/grading-info': [GRADEBOOK, INFO],
  'GET /api/grades/v1/courses/{}/': [ACROSS],
  'GET /api/grades/v1/section_grades_breakdown/': [ACROSS],
  'GET /api/grades/v1/submission_history/{}/': [EDITOR, PROGRESS],
  'GET /api/grades/v1/policy/courses/{}/': [INFO],
  'GET /api/grades/v1/subsection/{}/': [EDITOR],
  'POST /api/grades/v1/gradebook/{}/bulk-update': [GRADEBOOK, EDITOR],
  'GET /api/course_home/progress/{}': [PROGRESS],
  'GET /api/course_home/progress/{}/{}': [EDITOR, PROGRESS],
  'GET /api/courses/v1/blocks/': [PROGRESS],
  'GET /api/courses/v1/blocks/{}': [EDITOR],
  'GET /api/certificates/v0/certificates/{}/courses/{}/': [PROGRESS],
  'GET /api/credit/v1/eligibility/': [PROGRESS],
  'GET /csrf/api/v1/token': [GRADEBOOK, EDITOR],
  'POST /login_refresh': [EVERY],
}

/** Gives the screens that call an operation, in words; most have none. */
export function screensOf(method: string, path: string): readonly string[] {
  return screens[`${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`] ?? []
}
