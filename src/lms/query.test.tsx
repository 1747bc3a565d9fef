import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { parseConfig } from '#src/config.ts'
import { connect, lms } from './connect.ts'
import { failure, json } from './fake-server.ts'
import type { OverrideBatch } from './lms.ts'
import type { World } from './session.ts'
import { q, queryClient, useLmsMutation, usePrefetched } from './query.ts'

const courseId = 'course-v1:edX+DemoX+Demo'
const requests: Request[] = []

/** Connects to a server that answers everything alike. */
async function connectTo(
  answer: (request: Request) => Response | Promise<Response>,
  world: Partial<World> = {},
) {
  requests.length = 0
  const fetch: World['fetch'] = async (input, init) => {
    const request = new Request(input, init)
    requests.push(request)
    return answer(request)
  }
  await connect(parseConfig({ baseUrl: 'https://lms.example.com' }), {
    fetch,
    sleep: async () => {},
    ...world,
  })
}

afterEach(() => {
  queryClient.clear()
  vi.restoreAllMocks()
})

const policy = () => json([{ assignment_type: 'Exam', count: 1, dropped: 0, weight: 1 }])

function Policy() {
  const { types } = usePrefetched(q('policy', { courseId }))
  return <p>{types.map(({ name }) => name).join()}</p>
}

function Save({ batch }: { batch: OverrideBatch }) {
  const { mutate, data } = useLmsMutation('saveOverrides')
  return (
    <button type="button" onClick={() => mutate(batch)}>
      {data?.[0]?.saved ? 'saved' : 'not yet'}
    </button>
  )
}

class Boundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state = { message: null }
  static getDerivedStateFromError(error: Error) {
    return { message: error.message }
  }
  override render() {
    return this.state.message ?? this.props.children
  }
}

function show(children: ReactNode) {
  render(
    <Boundary>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </Boundary>,
  )
}

test('before connecting there is nothing to ask', () => {
  expect(() => lms()).toThrow('connect()')
})

describe('q', () => {
  test('names operation and parameters as the key, asks once while the answer is fresh', async () => {
    await connectTo(policy)
    const options = q('policy', { courseId })
    expect(options.queryKey).toEqual(['policy', { courseId }])
    await queryClient.fetchQuery(options)
    await queryClient.fetchQuery(q('policy', { courseId }))
    expect(requests).toHaveLength(1)
    await queryClient.fetchQuery(q('policy', { courseId: 'course-v1:a+b+c' }))
    expect(requests).toHaveLength(2)
  })

  test('grades are read anew each time, since somebody else may have written', async () => {
    await connectTo(() => json({ user_id: 1, username: 'ada', percent: 0, section_breakdown: [] }))
    const options = q('learnerGrades', { courseId, username: 'ada' })
    await queryClient.fetchQuery(options)
    await queryClient.fetchQuery(options)
    expect(requests).toHaveLength(2)
  })

  test('a cancelled query aborts its request', async () => {
    const { promise: sent, resolve } = Promise.withResolvers<AbortSignal>()
    const never = Promise.withResolvers<Response>()
    await connectTo((request) => {
      resolve(request.signal)
      return never.promise
    })
    const asking = failure(queryClient.fetchQuery(q('policy', { courseId })))
    const signal = await sent
    await queryClient.cancelQueries()
    expect(signal.aborted).toBe(true)
    never.reject(signal.reason)
    await asking
  })

  test('a failure comes through as it is, at once, even offline', async () => {
    await connectTo(() => Promise.reject(new TypeError('Failed to fetch')), { online: () => false })
    window.dispatchEvent(new Event('offline'))
    expect(await failure(queryClient.fetchQuery(q('policy', { courseId })))).toMatchObject({
      kind: 'unavailable',
      details: { reason: 'offline' },
    })
    window.dispatchEvent(new Event('online'))
  })
})

describe('usePrefetched', () => {
  test('reads what the loader fetched, without asking again', async () => {
    await connectTo(policy)
    await queryClient.fetchQuery(q('policy', { courseId }))
    show(<Policy />)
    expect(screen.getByText('Exam')).toBeInTheDocument()
    expect(requests).toHaveLength(1)
  })

  test('says which one the loader forgot', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    await connectTo(policy)
    show(<Policy />)
    expect(screen.getByText('The loader did not fetch "policy"')).toBeInTheDocument()
  })
})

describe('useLmsMutation', () => {
  test('writes once and gives the outcomes', async () => {
    const outcome = { user_id: 9, usage_id: 'block', success: true, reason: null }
    await connectTo((request) =>
      request.method === 'POST' ? json([outcome], 202) : json({ csrfToken: 'token' }),
    )
    const item = { learnerId: '9', subsectionId: 'block', earned: 1, possible: null, reason: null }
    show(<Save batch={{ courseId, items: [item] }} />)
    fireEvent.click(screen.getByRole('button', { name: 'not yet' }))
    expect(await screen.findByText('saved')).toBeInTheDocument()
    expect(requests.map(({ method }) => method)).toEqual(['GET', 'POST'])
  })
})
