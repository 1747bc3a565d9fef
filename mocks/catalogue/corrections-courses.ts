import type { Correction } from './correction.ts'

const BANNER = [
  'dates_banner_info.content_type_gating_enabled boolean',
  'dates_banner_info.missed_deadlines boolean',
  'dates_banner_info.missed_gated_content boolean',
  'dates_banner_info.verified_upgrade_link string nullable',
]

const VERIFIED_MODE = [
  'verified_mode.access_expiration_date string nullable',
  'verified_mode.currency string',
  'verified_mode.currency_symbol string',
  'verified_mode.price integer',
  'verified_mode.sku string',
  'verified_mode.upgrade_url string',
]

const ACCESS_EXPIRATION = [
  'access_expiration.expiration_date string',
  'access_expiration.masquerading_expired_course boolean',
  'access_expiration.upgrade_deadline string nullable',
  'access_expiration.upgrade_url string nullable',
]

/** Names of a course's own fields, at the head of a result or below it. */
function details(at: string): string[] {
  return [`${at}hidden boolean`, `${at}course_id string`]
}

const PAGINATION = [
  'pagination.next string',
  'pagination.previous string',
  'pagination.count integer',
  'pagination.num_pages integer',
]

/** Courses, their content and their home. */
export const courseCorrections: readonly Correction[] = [
  {
    on: /^GET \/api\/course_home\/(?:v1\/)?course_metadata\//,
    why: 'The upgrade sock is gone; access, tracks and rights of the author came; a track is no text.',
    never: ['can_show_upgrade_sock'],
    response: [
      ...VERIFIED_MODE,
      'course_access.has_access boolean',
      'course_access.error_code string nullable',
      'course_access.developer_message string nullable',
      'course_access.user_message string nullable',
      'course_access.additional_context_user_message string nullable',
      'course_access.user_fragment string nullable',
      'course_modes[].slug string',
      'course_modes[].name string',
      'studio_access boolean',
      'has_course_author_access boolean',
      'is_new_discussion_sidebar_view_enabled boolean',
      'celebrations object nullable',
      'start string nullable',
      'user_timezone string nullable',
      'username string nullable',
    ],
  },
  {
    on: /^GET \/api\/course_home\/(?:v1\/)?dates\//,
    why: 'Read-only texts that are objects and flags.',
    response: [...BANNER, 'course_date_blocks[].learner_has_access boolean', 'user_timezone string nullable'],
  },
  {
    on: /^GET \/api\/course_experience\/v1\/course_deadlines_info\//,
    why: 'Read-only texts that are an object and a flag.',
    response: [...BANNER, 'has_ended boolean'],
  },
  {
    on: /^GET \/api\/course_home\/(?:v1\/)?outline\//,
    why: 'Read-only texts that are objects and flags; the rest of the shape stands in the words above the fields.',
    response: [
      ...BANNER,
      ...VERIFIED_MODE,
      ...ACCESS_EXPIRATION,
      'can_show_upgrade_sock boolean',
      'course_blocks.blocks object',
      'course_goals.selected_goal.days_per_week integer',
      'course_goals.selected_goal.subscribed_to_reminders boolean',
      'dates_widget.course_date_blocks[].learner_has_access boolean',
      'dates_widget.user_timezone string nullable',
      'offer.code string',
      'offer.expiration_date string',
      'offer.original_price string',
      'offer.discounted_price string',
      'offer.percentage integer',
      'offer.upgrade_url string',
    ],
  },
  {
    on: /^GET \/api\/course_live\/course\//,
    why: 'A read-only text that is a flag.',
    response: ['pii_sharing_allowed boolean'],
  },
  {
    on: /^POST \/api\/course_live\/course\//,
    why: 'Body fields documented as parameters of path and query; it answers with what is stored, as its twin.',
    noQuery: [
      'lti_1p1_client_key',
      'lti_1p1_client_secret',
      'lti_1p1_launch_url',
      'provider_type',
      'lti_config',
    ],
    request: [
      'lti_1p1_client_key string',
      'lti_1p1_client_secret string',
      'lti_1p1_launch_url string',
      'lti_config object',
      'provider_type string',
    ],
    response: ['pii_sharing_allowed boolean'],
    statuses: [200],
  },
  {
    on: /^GET \/api\/ccx\/v0\/ccx\/$/,
    why: 'A read-only text that is a list.',
    response: ['results[].course_modules[] string'],
  },
  {
    on: /^(?:POST \/api\/ccx\/v0\/ccx\/|(?:GET|PATCH) \/api\/ccx\/v0\/ccx\/\{ccx_course_id\}\/)$/,
    why: 'A read-only text that is a list.',
    response: ['course_modules[] string'],
  },
  {
    on: /^GET \/api\/courses\/v1\/courses\/$/,
    why: 'Paging stands in an object of its own; whether a course is hidden is a flag.',
    never: ['count', 'next', 'previous'],
    response: [...PAGINATION, ...details('results[].')],
  },
  {
    on: /^GET \/api\/courses\/v1\/courses\/\{/,
    why: 'Whether a course is hidden is a flag.',
    response: details(''),
  },
  {
    on: /^GET \/api\/courses\/v1\/course_ids\/$/,
    why: 'Paging stands in an object of its own.',
    never: ['count', 'next', 'previous'],
    response: PAGINATION,
  },
  {
    on: /^GET \/api\/courses\/v[12]\/blocks\//,
    why: 'Described in words: the root, and blocks by their keys.',
    response: ['root string', 'blocks object'],
  },
  {
    on: /^GET \/api\/courses\/v[12]\/block_metadata\//,
    why: 'Described in words; it is one block, and has no pages.',
    noQuery: ['page', 'page_size'],
    response: ['id string', 'type string'],
  },
  {
    on: /^GET \/api\/courseware\/course\//,
    why: 'Described in words.',
    response: [
      ...ACCESS_EXPIRATION,
      'celebrations.first_section boolean',
      'celebrations.streak_length_to_celebrate integer nullable',
      'celebrations.streak_discount_enabled boolean',
      'celebrations.weekly_goal boolean',
      'course_goals.selected_goal.days_per_week integer',
      'course_goals.selected_goal.subscribed_to_reminders boolean',
      'course_goals.weekly_learning_goal_enabled boolean',
      'effort string nullable',
      'end string nullable',
      'enrollment.mode string',
      'enrollment.is_active boolean',
      'enrollment_end string nullable',
      'enrollment_start string nullable',
      'entrance_exam_data.entrance_exam_current_score number',
      'entrance_exam_data.entrance_exam_enabled boolean',
      'entrance_exam_data.entrance_exam_id string',
      'entrance_exam_data.entrance_exam_minimum_score_pct number',
      'entrance_exam_data.entrance_exam_passed boolean',
      'id string',
      'media.course_image.uri string',
      'name string',
      'offer object nullable',
      'org string',
      'related_programs[].progress.complete integer',
      'related_programs[].progress.in_progress integer',
      'related_programs[].progress.not_started integer',
      'related_programs[].slug string',
      'related_programs[].title string',
      'related_programs[].url string',
      'related_programs[].uuid string',
      'short_description string',
      'start string nullable',
      'start_display string',
      'start_type string',
      'pacing string',
      'user_timezone string nullable',
      'user_has_passing_grade boolean',
      'course_exit_page_is_active boolean',
      'certificate_data object nullable',
      'verify_identity_url string nullable',
      'linkedin_add_to_profile_url string nullable',
      'user_needs_integrity_signature boolean',
    ],
  },
  {
    on: /^POST \/api\/course_home\/(?:v1\/)?unsubscribe_from_course_goal\//,
    why: 'Described by an example.',
    response: ['course_title string'],
    statuses: [200],
  },
  {
    on: /^GET \/api\/discussion\/v2\/course_topics\//,
    why: 'A read-only text that counts threads by their kind.',
    response: ['thread_counts.discussion integer', 'thread_counts.question integer'],
  },
  {
    on: /^GET \/api\/learner-pathway-progress\/v1\/progress\/$/,
    why: 'A read-only text that is an object; one example stands above the fields.',
    response: pathway('results[].'),
  },
  {
    on: /^GET \/api\/learner-pathway-progress\/v1\/progress\/\{/,
    why: 'A read-only text that is an object; one example stands above the fields.',
    response: pathway(''),
  },
  {
    on: /^GET \/api\/mobile\/\{api_version\}\/course_info\/\{course_id\}\/handouts$/,
    why: 'Described in words.',
    response: ['handouts_html string nullable'],
  },
  {
    on: /^GET \/api\/mobile\/\{api_version\}\/course_info\/\{course_id\}\/updates$/,
    why: 'Described in words.',
    response: ['[].content string', '[].date string', '[].id integer', '[].status string'],
  },
  {
    on: /^GET \/api\/mobile\/\{api_version\}\/users\/\{username\}\/course_enrollments\/$/,
    why: 'Read-only texts that are objects and a list.',
    response: [
      '[].audit_access_expires string nullable',
      '[].certificate.url string nullable',
      '[].course.id string',
      '[].course.name string',
      '[].course.number string',
      '[].course.org string',
      '[].course.start string nullable',
      '[].course.end string nullable',
      '[].course.start_display string',
      '[].course.start_type string',
      '[].course_modes[].slug string',
    ],
  },
  {
    on: /^POST \/api\/val\/v0\/videos\/missing-hls\/$/,
    why: 'Described by an example.',
    response: ['videos[] string', 'total integer', 'offset integer', 'batch_size integer'],
    statuses: [200],
  },
]

function pathway(at: string): string[] {
  const fields = [
    'id integer',
    'uuid string',
    'title string',
    'status string',
    'banner_image string nullable',
  ]
  return [...fields, 'steps[].uuid string', 'steps[].min_requirement integer', 'steps[].status number'].map(
    (field) => `${at}learner_pathway_progress.${field}`,
  )
}
