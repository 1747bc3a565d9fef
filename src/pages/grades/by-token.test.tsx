import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { lms as connected } from '#src/lms/connect.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

test('by token: totals of people, with all that the server tells', async () => {
  const { user } = await renderApp(path.grades(), { backend: 'so2' })
  await screen.findByLabelText('Access token')
  act(() => connected().token?.take('mock-global-staff'))
  await user.type(await screen.findByRole('textbox', { name: 'Usernames' }), 'amara.okafor')
  await user.click(screen.getByRole('button', { name: 'Show totals' }))
  const table = await screen.findByRole('table')
  for (const name of [/E-mail/, /Letter/, /Passed/, /Last/]) {
    expect(screen.getAllByRole('columnheader', { name })[0]).toBeVisible()
  }
  expect(table).toHaveTextContent('amara.okafor')
})

test('by a learner’s token: their own', async () => {
  const { user } = await renderApp(path.grades(), { backend: 'so2' })
  await screen.findByLabelText('Access token')
  act(() => connected().token?.take('mock-learner'))
  await user.type(await screen.findByRole('textbox', { name: 'Usernames' }), 'amara.okafor')
  await user.click(screen.getByRole('button', { name: 'Show totals' }))
  expect(await screen.findByRole('table')).toHaveTextContent('amara.okafor')
})

test('where totals are given one at a time, one’s own courses are there', async () => {
  await renderApp(path.grades(), { backend: 'openedx-v0', user: 'learner' })
  expect(await screen.findByRole('table')).toHaveTextContent('Introduction to Statistics')
})
