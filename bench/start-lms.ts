import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface RunningLms {
  readonly origin: string
  readonly pid: number
  stop(): void
}

/**
 * Starts the simulated LMS on any free port; it ends with this process at the latest.
 * @param flags of `npm run lms`, without the port
 * @throws {Error} where it does not start
 */
export async function startLms(...flags: ReadonlyArray<string | number>): Promise<RunningLms> {
  const args = ['--port', 0, ...flags].map(String)
  const lms = spawn(process.execPath, ['mocks/server.ts', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = () => lms.kill('SIGTERM')
  process.once('exit', stop)
  const [line] = (await Promise.race([
    once(lms.stdout, 'data'),
    once(lms, 'exit').then(() => Promise.reject(new Error('The simulated LMS did not start'))),
  ])) as [Buffer]
  const origin = /http:\/\/localhost:\d+/.exec(String(line))?.[0]
  if (!origin || lms.pid === undefined) {
    throw new Error(`The simulated LMS did not say where it is: ${String(line)}`)
  }
  return { origin, pid: lms.pid, stop }
}
