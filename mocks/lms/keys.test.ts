import { expect, test } from 'vitest'
import { blockId, courseKeyOf, isCourseKey, isUsageKey, usageKey } from './keys.ts'

test.each([
  ['course-v1:edX+DemoX+Demo', true],
  ['edX/DemoX/Demo', true],
  ['course-v1:edX+DemoX', false],
  ['course-v1:edX+Demo X+Demo', false],
  ['edX/DemoX', false],
  ['nonsense', false],
  ['', false],
])('%s is a course key: %s', (text, valid) => {
  expect(isCourseKey(text)).toBe(valid)
})

test('blocks of a course carry its key, in the form of its age', () => {
  const now = usageKey('course-v1:edX+DemoX+Demo', 'sequential', 'hw_01')
  const old = usageKey('edX/DemoX/Demo', 'sequential', 'hw_01')
  expect(now).toBe('block-v1:edX+DemoX+Demo+type@sequential+block@hw_01')
  expect(old).toBe('i4x://edX/DemoX/sequential/hw_01')
  expect([now, old].map(isUsageKey)).toEqual([true, true])
  expect([now, old].map(blockId)).toEqual(['hw_01', 'hw_01'])
  expect([now, old].map(courseKeyOf)).toEqual(['course-v1:edX+DemoX+Demo', undefined])
})

test.each([
  'nonsense',
  'course-v1:edX+DemoX+Demo',
  'block-v1:edX+DemoX+Demo',
  'block-v1:edX+DemoX+Demo+type@sequential',
])('%s is no usage key', (text) => {
  expect(isUsageKey(text)).toBe(false)
})
