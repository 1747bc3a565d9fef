/** Refusals of Django REST framework that several families share, word for word. */
export const NOT_PROVIDED = 'Authentication credentials were not provided.'
export const INCORRECT = 'Incorrect authentication credentials.'
export const NO_PERMISSION = 'You do not have permission to perform this action.'
