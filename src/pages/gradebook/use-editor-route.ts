import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useMatch, useNavigate } from 'react-router'
import type { Assignment, GradingInfo } from '#src/domain/course.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import type { GradebookOutlet } from '#src/lms/gradebook-outlet.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { keepLearnerOrder } from '#src/pages/learner-order.ts'
import { path } from '#src/paths.ts'
import type { GridHandle } from '#src/ui/grid/grid-props.ts'
import type { RowOrder } from './row-order.ts'

interface EditorRouteOptions {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  readonly order: RowOrder
  readonly assignments: readonly Assignment[]
  readonly grid: RefObject<GridHandle | null>
}

/** Opens and closes the override editor, which is a route; filters, sort and search stay as they are. */
export function useEditorRoute({ gradebook, info, order, assignments, grid }: EditorRouteOptions) {
  const navigate = useNavigate()
  const location = useLocation()
  const match = useMatch('/:courseId/learners/:learnerId/:subsectionId')
  const isOpen = match !== null
  const { courseId } = gradebook
  const go = (pathname: string, replace: boolean) =>
    navigate({ pathname, search: location.search }, { replace, state: location.state as unknown })

  const { search, state } = location
  useEffect(() => {
    keepLearnerOrder({
      courseId,
      placeOf: (learnerId) => order.placeOf(learnerId),
      neighbour: (learnerId, step) => order.neighbour(learnerId, step),
      search,
      state: state as unknown,
    })
  }, [courseId, order, search, state])

  // Focus cannot go back before the panel is gone: where it covers the page, the grid is inert until then.
  const left = useRef<CellRef | null>(null)
  useLayoutEffect(() => {
    if (isOpen || !left.current) return
    const { learnerId, subsectionId } = left.current
    left.current = null
    grid.current?.focusCell({ rowKey: learnerId, columnId: subsectionId })
  }, [isOpen, grid])

  const open = (cell: CellRef) => void go(path.override({ courseId, ...cell }), isOpen)
  const outlet: GradebookOutlet = {
    gradebook,
    info,
    assignments,
    neighbour: (learnerId, step) => order.neighbour(learnerId, step),
    order: order.changes,
    open: (cell) => {
      grid.current?.scrollTo({ rowKey: cell.learnerId, columnId: cell.subsectionId })
      open(cell)
    },
    close: (cell) => {
      left.current = cell
      void go(path.gradebook({ courseId }), false)
    },
  }
  const { learnerId, subsectionId } = match?.params ?? {}
  const cell =
    learnerId !== undefined && subsectionId !== undefined
      ? { rowKey: learnerId, columnId: subsectionId }
      : null
  return { isOpen, cell, open, outlet }
}
