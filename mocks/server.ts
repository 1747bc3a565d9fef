/**
 * The simulated LMS over real HTTP: `npm run lms -- --port 8000 --scenario default`.
 * For other clients, end-to-end tests and benchmarks; with `--app dist` it serves the production build as well.
 */
import { FlagError, readFlags } from './http/flags.ts'
import { type LmsServer, listen } from './http/listen.ts'

function fail(line: string, exitCode: number): never {
  console.error(line)
  process.exit(exitCode)
}

function stopOnSignals(server: LmsServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)))
  }
}

try {
  const options = readFlags(process.argv.slice(2))
  const server = await listen(options, (problem) => console.error(problem))
  const { scenario, user } = options.world
  const app = options.app === undefined ? '' : ` · app ${options.app}`
  console.log(`Simulated LMS: ${server.origin}${options.base} · scenario ${scenario} · user ${user}${app}`)
  stopOnSignals(server)
} catch (error) {
  if (error instanceof FlagError) fail(error.message, 2)
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    fail('This port is in use. Choose another one with --port.', 1)
  }
  throw error
}
