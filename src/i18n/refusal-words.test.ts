import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import { loadLanguage } from './messages.ts'
import { refusalWords } from './refusal-words.ts'

const { locale, messages } = await loadLanguage(['en'])
const intl = createIntl({ locale, messages })

test.each([
  ['frozen', 'Grades are frozen for this course.'],
  ['flag-off', 'The gradebook is switched off for this course.'],
  ['no-right', 'You may not change grades in this course.'],
  ['forbidden', 'You may not change grades in this course.'],
  ['not-available', 'This learner cannot open the assignment.'],
])('the cause %s has words, whatever the server says beside it', (cause, words) => {
  expect(refusalWords(intl, { cause, words: null })).toBe(words)
  expect(refusalWords(intl, { cause, words: 'CODE 17' })).toBe(words)
})

test.each([
  ['User matching query does not exist.', 'This learner’s account no longer exists.'],
  ['CourseEnrollment matching query does not exist.', 'This learner is not enrolled in the course.'],
  ['usage_key block-v1:x does not exist in this course', 'This assignment is no longer in the course.'],
  ["<class 'BlockUsageLocator'>: nonsense", 'This assignment is no longer in the course.'],
])('the server’s “%s” is put plainly', (said, words) => {
  expect(refusalWords(intl, { cause: null, words: said })).toBe(words)
})

test('what nobody foresaw is quoted; silence is called by its name', () => {
  expect(refusalWords(intl, { cause: 'other', words: 'Quota reached.' })).toBe(
    'The server says: “Quota reached.”',
  )
  expect(refusalWords(intl, { cause: null, words: null })).toBe('The server refused it without a reason.')
  expect(refusalWords(intl, { cause: null, words: '' })).toBe('The server refused it without a reason.')
})
