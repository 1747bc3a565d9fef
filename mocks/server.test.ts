import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

function run(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['mocks/server.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  return child
}

/** Waits until it listens, and gives the line that says so with the address in it. */
async function listening(child: ChildProcess): Promise<{ line: string; origin: string }> {
  const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer]
  const line = chunk.toString()
  return { line, origin: /http:\/\/localhost:\d+/.exec(line)?.[0] ?? '' }
}

async function end(child: ChildProcess): Promise<{ code: number | null; error: string }> {
  const [error, [code]] = await Promise.all([
    child.stderr ? text(child.stderr) : '',
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { code, error }
}

describe('npm run lms', () => {
  test('says in one line that it listens, with the world that was asked for', async () => {
    const { line, origin } = await listening(run('--port', '0', '--scenario', 'frozen', '--user', 'learner'))
    expect(line).toMatch(/^Simulated LMS: http:\/\/localhost:\d+\/ · scenario frozen · user learner\n$/)
    const me = await fetch(`${origin}/api/user/v1/me`)
    expect(await me.json()).not.toEqual({ username: 'nuria.haddad' })
  })

  test('takes size and latency', async () => {
    const { origin } = await listening(
      run('--port', '0', '--learners', '4', '--subsections', '2', '--latency', '150'),
    )
    const before = performance.now()
    const path = '/api/grades/v1/gradebook/course-v1:MITx+18.05+2026_Autumn/grading-info?graded_only=1'
    const { subsections } = (await (await fetch(origin + path)).json()) as { subsections: unknown[] }
    expect(subsections).toHaveLength(2)
    expect(performance.now() - before).toBeGreaterThanOrEqual(145)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'stops cleanly on %s, even while somebody waits',
    async (signal) => {
      const child = run('--port', '0', '--latency', '30000')
      const { origin } = await listening(child)
      const waiting = fetch(`${origin}/api/user/v1/me`).catch(() => 'dropped')
      await new Promise((resolve) => setTimeout(resolve, 100))
      child.kill(signal)
      expect(await end(child)).toEqual({ code: 0, error: '' })
      expect(await waiting).toBe('dropped')
    },
  )

  test('says so when the port is in use', async () => {
    const { origin } = await listening(run('--port', '0'))
    const second = await end(run('--port', new URL(origin).port))
    expect(second).toEqual({ code: 1, error: 'This port is in use. Choose another one with --port.\n' })
  })

  test.each([
    [['--user', 'king'], /^--user: There is no user “king”\. There are: instructor, /],
    [['--colour', 'red'], /^Unknown option '--colour'\. .*Usage: npm run lms/],
  ])('refuses %j in one line, with exit code 2', async (args, words) => {
    const { code, error } = await end(run(...args))
    expect(code).toBe(2)
    expect(error).toMatch(words)
    expect(error.trimEnd().split('\n')).toHaveLength(1)
  })
})
