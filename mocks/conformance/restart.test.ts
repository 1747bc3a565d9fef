import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { getResponse } from 'msw'
import { afterEach, describe, expect, test } from 'vitest'
import { handlersFor } from '#mocks/handlers.ts'
import { COURSE, GRADEBOOK } from '#mocks/http/test-client.ts'
import type { Persona } from '#mocks/lms/model.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import { createWorld } from '#mocks/world.ts'

// The same scenario gives the same bytes, after a restart and after everything that was written was done again.

const HW1 = 'block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_01'

const ADDRESSES: ReadonlyArray<readonly [as: Persona, address: string]> = [
  ['instructor', `${GRADEBOOK}?page_size=60`],
  ['instructor', `${GRADEBOOK}grading-info`],
  ['instructor', `/api/grades/v1/subsection/${HW1}/?user_id=1020`],
  ['instructor', `/api/cohorts/v1/courses/${COURSE}/cohorts/?page_size=100`],
  ['instructor', `/api/bulk_grades/course/${COURSE}/`],
  ['instructor', `/api/instructor/v1/tasks/${COURSE}`],
  ['global-staff', `/api/grades/v1/courses/${COURSE}/`],
  ['global-staff', '/api/grades/v1/section_grades_breakdown/?page_size=20'],
  ['global-staff', `/api/grades/v1/submission_history/${COURSE}/?page_size=3`],
  ['learner', `/api/grades/v0/course_grade/${COURSE}/users/`],
  ['global-staff', '/api/so2/v1/grades'],
  ['global-staff', '/api/enrollment/v1/enrollments/?page_size=20'],
  ['learner', `/api/course_home/progress/${COURSE}`],
  ['learner', `/api/course_home/outline/${COURSE}`],
  ['learner', '/api/courses/v1/courses/'],
  ['nobody', '/api/mfe_config/v1?mfe=gradebook'],
]

describe('a restart', () => {
  const running = new Set<ChildProcess>()
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL')
    running.clear()
  })

  async function start(port: string): Promise<{ origin: string; stop: () => Promise<void> }> {
    const child = spawn(process.execPath, ['mocks/server.ts', '--port', port], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running.add(child)
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const stop = async () => {
      child.kill('SIGTERM')
      await once(child, 'close')
    }
    return { origin: /http:\/\/localhost:\d+/.exec(String(line))?.[0] ?? '', stop }
  }

  async function bytesOf(origin: string): Promise<string[]> {
    const answers: string[] = []
    for (const [as, address] of ADDRESSES) {
      const response = await fetch(origin + address, { headers: { Authorization: `Bearer mock-${as}` } })
      answers.push(`${response.status} ${address}\n${await response.text()}`)
    }
    return answers
  }

  test('gives the same bytes at every address', async () => {
    const first = await start('0')
    const before = await bytesOf(first.origin)
    await first.stop()
    // At the same port: links carry it.
    const second = await start(new URL(first.origin).port)
    expect(await bytesOf(second.origin)).toEqual(before)
    expect(before.filter((answer) => !answer.startsWith('200'))).toEqual([])
  })
})

describe('a journal', () => {
  function open(journal: readonly Write[] = []) {
    const problems: string[] = []
    const options = { user: 'nobody', scenario: 'default' } as const
    const host = { journal, report: ({ message }: Error) => problems.push(message) }
    const world = createWorld('test', options, host)
    const handlers = handlersFor(world)
    const ask = async (as: Persona, address: string, method = 'GET', body?: unknown) => {
      const headers = { Authorization: `Bearer mock-${as}`, 'Content-Type': 'application/json' }
      const init = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }
      const response = await getResponse(handlers, new Request(`http://lms.example${address}`, init))
      return `${response?.status} ${method} ${address}\n${await response?.text()}`
    }
    return { world, problems, ask }
  }

  test('done again gives the same bytes, whichever family wrote', async () => {
    const { world, problems, ask } = open()
    const cohorts = `/api/cohorts/v1/courses/${COURSE}/cohorts/`
    const written = [
      await ask('instructor', `${GRADEBOOK}bulk-update`, 'POST', [
        { user_id: 1020, usage_id: HW1, grade: { earned_graded_override: 1, comment: 'Again' } },
        { user_id: 1021, usage_id: HW1, grade: { earned_graded_override: null } },
      ]),
      await ask('instructor', cohorts, 'POST', { name: 'Made today', assignment_type: 'manual' }),
      await ask('instructor', `${cohorts}1/users/`, 'POST', { users: ['nuria.haddad'] }),
      await ask('global-staff', '/api/enrollment/v1/enrollment', 'POST', {
        user: 'tomasz.zielinski',
        mode: 'verified',
        course_details: { course_id: COURSE },
      }),
    ]
    expect(written.map((answer) => answer.slice(0, 3))).toEqual(['202', '200', '200', '200'])

    const again = open(JSON.parse(JSON.stringify(world.school.journal)) as Write[])
    for (const [as, address] of ADDRESSES) expect(await again.ask(as, address)).toBe(await ask(as, address))
    expect([...problems, ...again.problems]).toEqual([])
  })
})
