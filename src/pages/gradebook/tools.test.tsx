import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { choose, courseId, grid, header, names, openTable, rowOf, titles } from './under-test.ts'

const kept = (): unknown => JSON.parse(localStorage.getItem(`rollbook.table.${courseId}`) ?? 'null')

async function openColumns(user: Awaited<ReturnType<typeof openTable>>['user']) {
  await user.click(screen.getByRole('button', { name: 'Columns' }))
  return within(await screen.findByRole('menu', { name: 'Columns' }))
}

describe('the menu of a header', () => {
  test('sorts by total, by name, by an assignment, and back to the order of enrolment', async () => {
    const { user, router } = await openTable()
    const enrolled = names()
    const totals = () => names().map((name) => Number.parseInt(rowOf(name)[0] ?? '', 10))
    await choose(user, 'Total', 'Sort, highest first')
    await waitFor(() => expect(header('Total')).toHaveAttribute('aria-sort', 'descending'))
    expect(totals()).toEqual(totals().toSorted((a, b) => b - a))
    expect(router.state.location.search).toBe('?sort=-total')

    await choose(user, 'Learner', 'Sort by name, A first')
    await waitFor(() => expect(header('Learner')).toHaveAttribute('aria-sort', 'ascending'))
    expect(header('Total')).toHaveAttribute('aria-sort', 'none')
    expect(names().slice(0, 2)).toEqual(['Ada Lovelace-Byron', 'Amara Okafor'])

    await choose(user, 'HW 02', 'Sort, lowest first')
    await waitFor(() => expect(header('HW 02')).toHaveAttribute('aria-sort', 'ascending'))
    const scores = names().map((name) => rowOf(name)[2])
    // Blanks stand last.
    expect(scores.at(-1)).toBe('–')
    const attempted = scores.filter((score) => score !== '–').map(Number)
    expect(attempted).toEqual(attempted.toSorted((a, b) => a - b))

    await choose(user, 'HW 02', 'In the order of enrolment')
    await waitFor(() => expect(names()).toEqual(enrolled))
    expect(router.state.location.search).toBe('')
    await router.navigate(-1)
    await waitFor(() => expect(header('HW 02')).toHaveAttribute('aria-sort', 'ascending'))
  })

  test('pins beside the total, hides, and leads into the course; the focus stays in the table', async () => {
    const { user } = await openTable()
    await choose(user, 'Lab 01', 'Pin beside the total')
    await waitFor(() => expect(titles().slice(0, 4)).toEqual(['Learner', 'Total', 'Lab 01', 'HW 01']))
    await choose(user, 'HW 01', 'Hide this column')
    await waitFor(() => expect(titles()).not.toContain('HW 01'))
    await waitFor(() => expect(grid()).toContainElement(document.activeElement as HTMLElement))
    await user.click(header('HW 02'))
    const link = await screen.findByRole('menuitem', { name: 'Open in the course' })
    expect(link).toHaveAttribute('href', expect.stringMatching(/^http.*jump_to.*hw_02$/))
    expect(link).toHaveAttribute('rel', 'noopener')
  })
})

test('scores in percent or points; in points each header says out of how many', async () => {
  const { user } = await openTable()
  expect(rowOf('Amara').slice(1, 6)).toEqual(['90', '80', '100', '80', '91.7'])
  await user.click(screen.getByRole('radio', { name: 'Points' }))
  await waitFor(() => expect(rowOf('Amara').slice(1, 6)).toEqual(['9', '8', '10', '8', '18.33']))
  expect(titles().slice(2, 4)).toEqual(['HW 01 /10', 'HW 02 /10'])
  expect(header('HW 01 /10')).toHaveAccessibleName('Homework 1 (HW 01), out of 10 points')
  expect(kept()).toMatchObject({ score: 'points' })
})

test('columns and density are chosen, kept for the course, and can all be put back', async () => {
  localStorage.setItem(`rollbook.table.${courseId}`, JSON.stringify({ hidden: [], density: 'compact' }))
  const { user, router } = await openTable()
  const menu = await openColumns(user)
  expect(menu.getByRole('menuitemradio', { name: 'Compact' })).toBeChecked()
  await user.click(menu.getByRole('menuitemcheckbox', { name: 'HW 01 · Homework 1' }))
  await waitFor(() => expect(kept()).toMatchObject({ hidden: [expect.stringMatching(/hw_01$/)] }))
  expect(menu.getByRole('menuitemcheckbox', { name: 'HW 01 · Homework 1' })).not.toBeChecked()
  await user.click(menu.getByRole('menuitemradio', { name: 'Comfortable' }))
  await waitFor(() => expect(router.state.location.search).toMatch(/rows=comfortable&hide=/))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(titles()).not.toContain('HW 01'))

  const again = await openColumns(user)
  await user.click(again.getByRole('menuitem', { name: 'Usual columns and widths' }))
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
  expect(titles()).toContain('HW 01')
  expect(router.state.location.search).not.toContain('hide')
})

test('what was kept is shown again; the URL wins over it', async () => {
  const hidden = ['hw_01', 'hw_02'].map(
    (block) => `block-v1:MITx+18.05+2026_Autumn+type@sequential+block@${block}`,
  )
  localStorage.setItem(`rollbook.table.${courseId}`, JSON.stringify({ hidden, score: 'points' }))
  await openTable('?scores=percent')
  expect(titles().slice(2, 4)).toEqual(['HW 03', 'HW 04'])
})

describe('the menu of a learner', () => {
  test('leads safely to the profile, and copies the username', async () => {
    const { user } = await openTable()
    const copied = vi.spyOn(navigator.clipboard, 'writeText')
    await user.click(screen.getByText('bjorn.thorsson', { exact: false }))
    const menu = within(await screen.findByRole('menu', { name: 'Björn Þórsson' }))
    const profile = menu.getByRole('menuitem', { name: 'Profile in the learning system' })
    expect(profile).toHaveAttribute('href', expect.stringMatching(/^http.*\/u\/bjorn\.thorsson$/))
    expect(profile).toHaveAttribute('target', '_blank')
    expect(profile).toHaveAttribute('rel', 'noopener')
    await user.click(menu.getByRole('menuitem', { name: 'Copy username “bjorn.thorsson”' }))
    expect(copied).toHaveBeenCalledWith('bjorn.thorsson')
    expect((await screen.findAllByText('Username copied.')).length).toBeGreaterThan(0)
  })

  test('says so where the browser does not let it be copied', async () => {
    const { user } = await openTable()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    await user.click(screen.getByText('bjorn.thorsson', { exact: false }))
    await user.click(await screen.findByRole('menuitem', { name: /^Copy username/ }))
    const said = await screen.findAllByText('The browser did not let the username be copied.')
    expect(said.length).toBeGreaterThan(0)
  })
})

test('the keys are listed by a button, and by ? in the table', async () => {
  const { user } = await openTable()
  const dialog = () => screen.queryByRole('dialog', { name: 'Keys in the table' })
  expect(dialog()).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Keys' }))
  await waitFor(() => expect(dialog()).toHaveTextContent('Ctrl HomeCtrl End'))
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(dialog()).toBeNull()
  await user.click(header('Learner'))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(header('Learner')).toHaveFocus())
  await user.keyboard('?')
  await waitFor(() => expect(dialog()).toBeVisible())
})

test('on a phone the toolbar folds to the search and one button', async () => {
  const wide = window.matchMedia
  window.matchMedia = (query) => Object.assign(wide(query), { matches: query.includes('48rem') })
  const { user } = await openTable('?track=audit')
  const tools = screen.getByRole('button', { name: 'Table tools' })
  expect(tools).toHaveAttribute('aria-expanded', 'false')
  expect(screen.queryByRole('button', { name: 'Filter' })).toBeNull()
  expect(screen.getByRole('searchbox')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Remove filter: Track Audit' }))
  await waitFor(() => expect(tools).toHaveFocus())
  await user.keyboard('{Enter}')
  expect(tools).toHaveAttribute('aria-expanded', 'true')
  expect(screen.getByRole('button', { name: 'Filter' })).toBeVisible()
  expect(screen.getByRole('radio', { name: 'Points' })).toBeVisible()
  window.matchMedia = wide
})
