/** Where the Grades API v1 is documented. */
export const GRADES =
  'https://docs.openedx.org/projects/edx-platform/en/latest/references/docstrings/lms/lms.djangoapps.grades.rest_api.v1.html#lms.djangoapps.grades.rest_api.v1'
