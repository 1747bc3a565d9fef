import { COURSE, expect, expectAccessible, test } from './fixtures.ts'
import { allRead, grid, rowOf } from './verbs.ts'

const heading = (page: import('@playwright/test').Page, name: string) => page.getByRole('heading', { name })

test('who may not see the gradebook is told whom to ask', async ({ page, open }) => {
  await open(COURSE, { user: 'learner' })
  await expect(heading(page, 'You cannot open this gradebook')).toBeVisible()
  await expect(page.getByText(/Ask an instructor/)).toBeVisible()
  await expectAccessible(page)
})

test('who is not signed in is led to the sign-in page and back', async ({ page, open }) => {
  await open(COURSE, { user: 'nobody' })
  await expect(heading(page, 'Sign in to continue')).toBeVisible()
  const href = await page.getByRole('main').getByRole('link', { name: 'Sign in' }).getAttribute('href')
  expect(new URL(href ?? '').searchParams.get('next')).toContain('18.05')
})

test('frozen grades can be read', async ({ page, open }) => {
  await open(COURSE, { scenario: 'frozen' })
  await allRead(page)
  await expect(page.getByText(/^Grades are frozen: this course ended/)).toBeVisible()
  await expect(rowOf(page, 'Amara Okafor').getByRole('gridcell').nth(1)).toHaveAccessibleName(
    /locked: grades are frozen/,
  )
  await expectAccessible(page)
})

test('a course without the writable gradebook says so', async ({ page, open }) => {
  await open(COURSE, { scenario: 'flag-off' })
  await expect(heading(page, 'The gradebook is switched off for this course')).toBeVisible()
  await expectAccessible(page)
})

test('a course without learners', async ({ page, open }) => {
  await open(COURSE, { scenario: 'empty' })
  await expect(heading(page, 'No learners yet')).toBeVisible()
  await expect(grid(page).getByRole('columnheader', { name: /^Homework 1 / })).toBeVisible()
  await expectAccessible(page)
})

test('a course without graded subsections', async ({ page, open }) => {
  await open(COURSE, { scenario: 'no-graded' })
  await allRead(page)
  await expect(page.getByText(/no graded assignments/)).toBeVisible()
  await expectAccessible(page)
})

for (const [fault, title] of [
  ['offline', 'The connection was lost'],
  ['html-error', 'The server sent a page instead of data'],
  ['contract-drift', 'The server’s answer could not be read'],
  ['gradebook-500', 'The server has a problem'],
] as const) {
  test(`${fault}: the failure in words, and a way on once it is over`, async ({
    page,
    open,
    shareWorld,
    context,
  }) => {
    await open(COURSE, { faults: [fault] })
    await expect(heading(page, title).first()).toBeVisible({ timeout: 30_000 })
    await expectAccessible(page)
    // Somebody mends the server meanwhile.
    await shareWorld(await context.newPage(), '/favicon.svg', { faults: [] })
    await page.getByRole('button', { name: 'Try again' }).click()
    await allRead(page)
  })
}

test('a course that does not exist, and a page that does not', async ({ page, open }) => {
  await open('/course-v1:No+Such+Course')
  await expect(heading(page, 'Course not found')).toBeVisible({ timeout: 30_000 })
  await open('/a/b/c/d')
  await expect(heading(page, 'Page not found')).toBeVisible()
  await expect(page).toHaveTitle('Page not found · Rollbook')
})
