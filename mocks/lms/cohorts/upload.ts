import { cohortNamed } from './cohorts.ts'
import { joinCohort } from './members.ts'
import { readCsv, writeCsv } from '#mocks/lms/csv.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { refusal } from '#mocks/lms/refusal.ts'
import { addReport } from '#mocks/lms/instructor/reports.ts'
import type { School } from '#mocks/lms/store.ts'

/** Two megabytes, as the server counts them. */
const MOST_BYTES = 2_000_000
const HEADER = [
  'Cohort Name',
  'Exists',
  'Learners Added',
  'Learners Not Found',
  'Invalid Email Addresses',
  'Preassigned Learners',
]

/** What became of the rows of one cohort. */
interface Tally {
  readonly exists: boolean
  added: number
  readonly unknown: Set<string>
  readonly invalid: Set<string>
  readonly preassigned: Set<string>
}

/** A file as it was sent. */
export interface UploadedFile {
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly text: string
}

/**
 * Puts people into cohorts by a table with the columns `cohort` and `username` or `email`, and leaves the outcome among
 * the reports of the course. Cohorts API v1, users. The server does it a little later; here it is done at once.
 * @throws {Refusal} 400 for a file that is too big, is no `.csv` or lacks a column
 */
export function uploadCohorts(school: School, course: Course, { name, size, text }: UploadedFile): void {
  if (!name.toLowerCase().endsWith('.csv')) throw refused("The file must end with the extension '.csv'.")
  if (size > MOST_BYTES) throw refused(`Maximum upload file size is ${MOST_BYTES} bytes.`)
  const [columns = [], ...rows] = readCsv(text)
  if (!columns.includes('cohort')) {
    throw refused("The file must contain a 'cohort' column containing cohort names.")
  }
  if (!columns.includes('username') && !columns.includes('email')) {
    throw refused("The file must contain a 'username' column, an 'email' column, or both.")
  }
  const tallies = new Map<string, Tally>()
  for (const row of rows) {
    const field = (column: string) => row[columns.indexOf(column)] ?? ''
    take(school, course, tallies, field('cohort'), field('email') || field('username'))
  }
  addReport(school, course, { name: fileName(school, course), content: reportOf(tallies) })
}

function take(
  school: School,
  course: Course,
  tallies: Map<string, Tally>,
  cohortName: string,
  nameOrEmail: string,
): void {
  const cohort = cohortNamed(school, course, cohortName)
  const tally = tallies.get(cohortName) ?? emptyTally(cohort !== undefined)
  tallies.set(cohortName, tally)
  if (!cohort) return
  const { kind } = joinCohort(school, course, cohort, nameOrEmail)
  if (kind === 'added' || kind === 'changed') tally.added += 1
  else if (kind !== 'present') tally[kind].add(nameOrEmail)
}

function emptyTally(exists: boolean): Tally {
  return { exists, added: 0, unknown: new Set(), invalid: new Set(), preassigned: new Set() }
}

function reportOf(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].map(([name, { exists, added, unknown, invalid, preassigned }]) => [
    name,
    exists ? 'True' : 'False',
    added,
    ...[unknown, invalid, preassigned].map((names) => [...names].join(',')),
  ])
  return writeCsv([HEADER, ...rows])
}

/** `MITx_18.05_2026_Autumn_cohort_results_2026-11-20-0912.csv` */
function fileName(school: School, { org, number, run }: Course): string {
  const [, date, hour, minute] = /^(.+)T(\d+):(\d+)/.exec(new Date(school.now).toISOString()) ?? []
  return `${[org, number, run].join('_')}_cohort_results_${date}-${hour}${minute}.csv`
}

function refused(words: string): Error {
  return refusal(400, words, 'failed-validation')
}
