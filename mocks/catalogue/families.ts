/** What the families of operations are about, by the first segment of their paths. */
const titles: Readonly<Record<string, string>> = {
  agreements: 'Integrity agreements',
  bookmarks: 'Bookmarks',
  bulk_enroll: 'Bulk enrolment',
  bulk_grades: 'Grades as CSV files',
  ccx: 'Custom courses (CCX)',
  certificates: 'Certificates',
  change_email_settings: 'E-mail settings',
  cohorts: 'Cohorts',
  commerce: 'Commerce',
  completion: 'Completion',
  course_experience: 'Course deadlines',
  course_home: 'Course home: outline, dates, progress',
  course_live: 'Live sessions of a course',
  course_modes: 'Course modes (tracks)',
  courses: 'Courses and their blocks',
  courseware: 'Courseware',
  credit: 'Academic credit',
  csrf: 'CSRF tokens',
  dashboard: 'Program dashboard',
  demographics: 'Demographics',
  discounts: 'Discounts',
  discussion: 'Discussions',
  edx_name_affirmation: 'Verified names',
  edx_proctoring: 'Proctored exams',
  edxnotes: 'Notes',
  embargo: 'Embargo',
  enrollment: 'Enrolment',
  entitlements: 'Entitlements',
  experiments: 'Experiments',
  grades: 'Grades',
  instructor: 'Instructor reports and tasks',
  instructor_task: 'Scheduled instructor tasks',
  'learner-pathway-progress': 'Learner pathways',
  learner_home: 'Learner home',
  learner_recommendations: 'Recommendations',
  learning_sequences: 'Learning sequences',
  login_refresh: 'Renewal of a session',
  lti_consumer: 'LTI: grades and members',
  mfe_config: 'Configuration of front ends',
  mfe_context: 'Context of the sign-in page',
  mobile: 'Mobile apps',
  ora_staff_grader: 'Staff grading of open responses',
  organizations: 'Organizations',
  profile_images: 'Profile images',
  program_enrollments: 'Program enrolments',
  schoology: 'Schoology',
  send_account_activation_email: 'Activation e-mail',
  so2: 'so2 grades',
  team: 'Teams',
  third_party_auth: 'Third-party sign-in',
  third_party_auth_context: 'Context of third-party sign-in',
  toggles: 'Feature toggles',
  user: 'Users, accounts, preferences',
  user_tours: 'User tours',
  val: 'Videos',
  xblock: 'XBlocks',
}

/** Gives the family of a path: the first segment, not counting `api`. */
export function familyOf(path: string): string {
  const [first = '', second] = path.split('/').slice(1)
  return first === 'api' ? (second ?? first) : first
}

/** Gives a family's title in words. */
export function titleOf(family: string): string {
  return titles[family] ?? family.replaceAll(/[_-]+/g, ' ').replace(/^./, (first) => first.toUpperCase())
}
