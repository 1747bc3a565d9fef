import { describe, expect, test } from 'vitest'
import { compileRoute } from './route.ts'

describe('a route', () => {
  const gradebook = compileRoute('/gradebook/:courseId/')

  test.each([
    ['/gradebook/course-v1:edX+DemoX+Demo/', 'course-v1:edX+DemoX+Demo'],
    ['/gradebook/course-v1%3AedX%2BDemoX%2BDemo/', 'course-v1:edX+DemoX+Demo'],
    ['/gradebook/edX/DemoX/Demo/', 'edX/DemoX/Demo'],
    ['/gradebook/edX%2FDemoX%2FDemo/', 'edX/DemoX/Demo'],
  ])('takes the whole course key of %s', (pathname, courseId) => {
    expect(gradebook.match(pathname)).toEqual({ courseId })
  })

  test.each([
    '/gradebook/course-v1:edX+DemoX+Demo',
    '/gradebook/course-v1:edX+DemoX+Demo//',
    '/gradebook/course-v1:edX+DemoX+Demo/grading-info/',
    '/gradebook/nothing-like-a-key/',
    '/gradebook/%E0%A4%A/',
    '/before/gradebook/course-v1:edX+DemoX+Demo/',
  ])('leaves %s to others', (pathname) => {
    expect(gradebook.match(pathname)).toBeNull()
  })

  test('takes any other parameter from one segment', () => {
    const key = 'block-v1:edX+DemoX+Demo+type@sequential+block@hw1'
    const subsection = compileRoute('/subsection/:subsectionId/')
    expect(subsection.match(`/subsection/${key}/`)).toEqual({ subsectionId: key })
    expect(subsection.match('/subsection/a/b/')).toBeNull()
  })

  test('takes a path with and without the slash where the contract says so', () => {
    const either = compileRoute('/progress/:courseId/:learnerId/?')
    const expected = { courseId: 'a+b+c', learnerId: '7' }
    expect(either.match('/progress/a+b+c/7')).toEqual(expected)
    expect(either.match('/progress/a+b+c/7/')).toEqual(expected)
  })

  test('reads a dot as a dot', () => {
    expect(compileRoute('/v1.0/').match('/v1x0/')).toBeNull()
  })
})
