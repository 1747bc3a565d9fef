import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { backendFiles, firstRoute, progressRoute, sum } from './first-route.ts'

/** The most that the first route may weigh, gzipped, in bytes. */
const MOST = { scripts: 200_000, styles: 15_000 }
/** The most that the progress page may add to the shell, gzipped, in bytes. */
const MOST_OF_PROGRESS = 60_000
/** The most that a backend may add, gzipped, in bytes. */
const MOST_OF_BACKEND = 12_000
/** Words that only the simulated LMS knows: none may reach production. */
const MOCK_WORDS =
  /mockServiceWorker|setupWorker|simulated LMS|mock\.(?:user|scenario|faults|state)|control room/i

const dist = process.argv[2] ?? 'dist'
const { scripts, styles } = firstRoute(dist)
const problems: string[] = []

for (const [kind, files] of Object.entries({ scripts, styles })) {
  const bytes = sum(files)
  const most = MOST[kind as keyof typeof MOST]
  console.log(`first route, ${kind}: ${(bytes / 1000).toFixed(1)} kB gzipped of at most ${most / 1000} kB`)
  for (const { file, gzipped } of files.toSorted((a, b) => b.gzipped - a.gzipped)) {
    console.log(`  ${(gzipped / 1000).toFixed(1).padStart(6)} kB  ${file}`)
  }
  if (bytes > most) problems.push(`The first route's ${kind} weigh ${bytes} bytes, more than ${most}.`)
}

const progress = sum(progressRoute(dist))
console.log(
  `progress page: ${(progress / 1000).toFixed(1)} kB gzipped of at most ${MOST_OF_PROGRESS / 1000} kB beyond the shell`,
)
if (progress > MOST_OF_PROGRESS) {
  problems.push(`The progress page adds ${progress} bytes, more than ${MOST_OF_PROGRESS}.`)
}

for (const { name, scripts: files } of backendFiles(dist)) {
  const bytes = sum(files)
  const most = MOST_OF_BACKEND / 1000
  console.log(`backend ${name}: ${(bytes / 1000).toFixed(1)} kB gzipped of at most ${most} kB`)
  if (bytes > MOST_OF_BACKEND) problems.push(`${name} adds ${bytes} bytes, more than ${MOST_OF_BACKEND}.`)
}

for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:js|css|html|json)$/.test(file)) continue
  const trace = MOCK_WORDS.exec(readFileSync(path.join(dist, file), 'utf8'))
  if (trace) problems.push(`${file} carries a trace of the simulated LMS: “${trace[0]}”.`)
}

for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
