import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef, useSyncExternalStore } from 'react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import { parseConfig } from '#src/config.ts'
import { loadLanguage } from '#src/i18n/messages.ts'
import { connect } from '#src/lms/connect.ts'
import { FakeList, pageOf } from '#src/lms/fake-course.ts'
import { type Gradebook, openGradebook } from '#src/lms/gradebook.ts'
import { ToastsProvider } from '#src/ui/Toasts.tsx'
import { MeasureContext, fixedMeasure } from '#src/ui/grid/measure.ts'
import { GradebookTable } from './GradebookTable.tsx'
import { LoadCount } from './LoadCount.tsx'
import { tableColumns } from './columns.ts'
import { orderOf } from './row-order.ts'
import { INFO, english } from './sample-course.ts'
import type { TableState } from './table-state.ts'

const nothing = () => undefined
const UNTOUCHED: TableState = {
  filters: {},
  sort: null,
  search: '',
  username: '',
  settings: {},
  dropped: [],
  setFilters: nothing,
  setSort: nothing,
  setSearch: nothing,
  setSettings: nothing,
  clear: nothing,
}

const intl = await english()
const columns = tableColumns({ intl, info: INFO, met: [], points: new Map(), settings: {}, filters: {} })

function Table({ gradebook }: { readonly gradebook: Gradebook }) {
  const { loader, search } = gradebook
  const order = orderOf(gradebook, 'en')
  const load = useSyncExternalStore(loader.changes.subscribe, loader.state)
  const searching = useSyncExternalStore(search.changes.subscribe, search.state)
  const shown = useSyncExternalStore(order.changes.subscribe, order.count)
  return (
    <>
      <LoadCount load={load} search={searching} loader={loader} shown={shown} isSorted={false} />
      <GradebookTable
        gradebook={gradebook}
        info={INFO}
        table={UNTOUCHED}
        columns={columns}
        order={order}
        load={load}
        searching={searching}
        grid={createRef()}
        openCell={null}
        onOpenCell={nothing}
        selection={null}
        onSelect={nothing}
        onKeys={nothing}
        onTool={nothing}
      />
    </>
  )
}

test('a course of more than 5,000 is held there, read on as one scrolls, and to the end on demand', async () => {
  const list = new FakeList()
  const lms = await connect(parseConfig({ baseUrl: 'https://lms.example.com' }))
  const gradebook = openGradebook({ ...lms, gradebook: list.gradebook }, { courseId: 'c' })
  /** Answers the last question with learners on pages of 1,000. */
  const answer = (from: number, to: number, resume: string | null) => {
    const ids = Array.from({ length: to - from }, (_, index) => String(from + index))
    const counts = { enrolled: 100_000, matching: 100_000 }
    list.last.answer({ chunks: [{ ...pageOf(resume, ...ids), counts }] })
  }
  const { messages, locale } = await loadLanguage(['en'])
  render(
    <IntlProvider locale={locale} messages={messages}>
      <ToastsProvider dismissLabel="Dismiss">
        <MeasureContext value={fixedMeasure(1440, 720)}>
          <MemoryRouter>
            <Table gradebook={gradebook} />
          </MemoryRouter>
        </MeasureContext>
      </ToastsProvider>
    </IntlProvider>,
  )
  const grid = screen.getByRole('grid')
  const count = screen.getAllByRole('status')[0]?.parentElement
  expect(count).toHaveTextContent('Reading…')

  gradebook.loader.start()
  answer(0, 5000, 'a')
  expect(await screen.findByRole('button', { name: 'Read all' })).toBeVisible()
  expect(count).toHaveTextContent('5,000 of 100,000 read')
  expect(grid).toHaveAttribute('aria-rowcount', '100003')
  expect(list.questions).toHaveLength(1)

  grid.scrollTop = 4990 * 36
  fireEvent.scroll(grid)
  await waitFor(() => expect(list.last.query.resume).toBe('a'))
  answer(5000, 6000, 'b')
  await waitFor(() => expect(count).toHaveTextContent('6,000 of 100,000 read'))
  expect(list.questions).toHaveLength(2)

  await userEvent.click(await screen.findByRole('button', { name: 'Read all' }))
  answer(6000, 7000, null)
  await waitFor(() => expect(count).toHaveTextContent('Showing 7,000 of 100,000 enrolled'))
})
