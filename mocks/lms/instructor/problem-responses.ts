import { accountById } from '#mocks/lms/accounts.ts'
import { type Block, findBlock } from '#mocks/lms/blocks.ts'
import { writeCsv } from '#mocks/lms/csv.ts'
import { enrolmentsIn } from '#mocks/lms/enrolments.ts'
import { blockId } from '#mocks/lms/keys.ts'
import type { Course, Problem } from '#mocks/lms/course-model.ts'
import type { UsageKey } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import { type Submission, submissionsOf } from '#mocks/lms/submissions.ts'

const COLUMNS = [
  'username',
  'title',
  'location',
  'Answer',
  'Answer ID',
  'Correct Answer',
  'Question',
  'block_key',
  'state',
]
/** A site limits how much one report holds. */
const MOST_ROWS = 2000

type Row = ReadonlyArray<string | number>

/**
 * Gives what learners answered last, as comma-separated values, a row for each answer: in the problems at these places,
 * which may be anything from the course down to a problem. Instructor API v1, problem responses. Learner by learner, in
 * the order of enrolment; what does not fit into a report is left out without a word, as are places that do not exist.
 * @param types only blocks of these types; all where absent
 */
export function problemResponses(
  school: School,
  course: Course,
  locations: readonly UsageKey[],
  types: readonly string[] | null,
): string {
  const wanted = new Map(
    locations
      .flatMap((key) => leavesOf(findBlock(course, key)))
      .filter(({ type }) => types === null || types.includes(type))
      .map((block) => [block.key, block]),
  )
  const rows: Row[] = []
  for (const { userId, active } of enrolmentsIn(school, course)) {
    if (rows.length >= MOST_ROWS || wanted.size === 0) break
    const account = active ? accountById(school, userId) : undefined
    if (!account) continue
    for (const { problem, submissions } of submissionsOf(school, course, userId)) {
      const block = wanted.get(problem.key)
      const [last] = submissions
      if (block && last) rows.push(...rowsOf(account.username, course, block, problem, last))
    }
  }
  return writeCsv([COLUMNS, ...rows.slice(0, MOST_ROWS)])
}

function leavesOf(block: Block | undefined): Block[] {
  if (!block) return []
  return block.children.length === 0 ? [block] : block.children.flatMap(leavesOf)
}

function rowsOf(
  username: string,
  course: Course,
  { chapter, place, name, key }: Block,
  problem: Problem,
  { answers, attempt, earned }: Submission,
): Row[] {
  const where = [course.name, chapter?.name, place?.subsection.name].join(' > ')
  const state = JSON.stringify({
    attempts: attempt,
    score: { raw_earned: earned, raw_possible: problem.rawPossible },
  })
  // A score that came from outside has no answers.
  if (!answers) return [[username, name, where, '', '', '', '', key, state]]
  return answers.map(({ given, solution }, part) => {
    const id = `${blockId(key)}_${part + 2}_1`
    return [username, name, where, given, id, solution, `Part ${part + 1}`, key, state]
  })
}
