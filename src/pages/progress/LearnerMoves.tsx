import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { CourseId, LearnerId } from '#src/domain/course.ts'
import { errorWords } from '#src/i18n/error-words.ts'
import { lms } from '#src/lms/connect.ts'
import { queryClient } from '#src/lms/query.ts'
import { lastLearnerOrder } from '#src/pages/learner-order.ts'
import { path } from '#src/paths.ts'
import { IconButton } from '#src/ui/Button.tsx'
import { useToasts } from '#src/ui/toasts.ts'
import { useStillHere } from '#src/pages/use-still-here.ts'
import { type Neighbours, enrolmentOrder } from './enrolment-order.ts'

/** The ways to other learners: keys as in the override editor. */
const MOVES = [
  {
    step: 'previous',
    sign: '↑',
    key: 'ArrowUp',
    label: 'progress.staff.previous',
    edge: 'progress.staff.first',
  },
  { step: 'next', sign: '↓', key: 'ArrowDown', label: 'progress.staff.next', edge: 'progress.staff.last' },
] as const
type Move = (typeof MOVES)[number]

interface LearnerMovesProps {
  readonly courseId: CourseId
  readonly learnerId: LearnerId
}

/**
 * Leads to the learner before or after: in the order in which the gradebook was last shown, else in that of enrolment,
 * which is read once it is wanted.
 */
export function LearnerMoves({ courseId, learnerId }: LearnerMovesProps) {
  const intl = useIntl()
  const toaster = useToasts()
  const navigate = useNavigate()
  const [reading, setReading] = useState<Move | null>(null)
  const isHere = useStillHere()
  const options = listNeighbours(courseId, learnerId)
  const { data } = useQuery({ ...options, enabled: false })
  const neighbours = shownNeighbours(courseId, learnerId) ?? data

  const edgeOf = (move: Move, { isListed }: Neighbours) =>
    intl.formatMessage({ id: isListed ? move.edge : 'progress.staff.unlisted' })
  const go = async (move: Move) => {
    if (reading) return
    setReading(move)
    try {
      const known = neighbours ?? (await queryClient.fetchQuery(options))
      if (!isHere.current) return
      const to = known[move.step]
      if (to === null) toaster.announce(edgeOf(move, known))
      else await navigate(path.progress({ courseId, learnerId: to }), { replace: true })
    } catch (error) {
      toaster.show({ text: errorWords(intl, error).title, tone: 'bad' })
    } finally {
      setReading(null)
    }
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isPlain = event.altKey && !event.shiftKey && !event.ctrlKey && !event.metaKey
    const move = isPlain ? MOVES.find(({ key }) => key === event.key) : undefined
    // There the keys open the list.
    if (!move || event.defaultPrevented || event.target instanceof HTMLSelectElement) return
    event.preventDefault()
    void go(move)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  return MOVES.map((move) => (
    <IconButton
      key={move.step}
      label={intl.formatMessage({ id: move.label })}
      aria-keyshortcuts={`Alt+${move.key}`}
      isPending={reading === move}
      unavailable={neighbours?.[move.step] === null ? edgeOf(move, neighbours) : null}
      onPress={() => void go(move)}
    >
      {move.sign}
    </IconButton>
  ))
}

/** Null where no gradebook has shown the learner. */
function shownNeighbours(courseId: CourseId, learnerId: LearnerId): Neighbours | null {
  const order = lastLearnerOrder(courseId)
  if (!order || order.placeOf(learnerId) < 0) return null
  return {
    isListed: true,
    previous: order.neighbour(learnerId, -1),
    next: order.neighbour(learnerId, 1),
  }
}

function listNeighbours(courseId: CourseId, learnerId: LearnerId) {
  return queryOptions({
    queryKey: ['neighbours', courseId, learnerId] as const,
    queryFn: ({ signal }) => enrolmentOrder(lms(), courseId).around(learnerId, signal),
  })
}
