import { hasAuthorAccess } from './access.ts'
import { accountByUsername } from './accounts.ts'
import { availableTo } from './availability.ts'
import { type Block, findBlock } from './blocks.ts'
import { loadError } from './course-access.ts'
import { isEnrolled } from './enrolments.ts'
import type { Course } from './course-model.ts'
import type { Account, Caller, UsageKey } from './model.ts'
import { invalid, refusal } from './refusal.ts'
import type { School } from './store.ts'

/** As whom one asks for blocks: a person by name, an anonymous visitor by an empty one; or (absent) for all there are. */
export interface BlockRequest {
  readonly username: string | undefined
  readonly allBlocks: boolean
}

/**
 * Checks as whom the caller may see a course's blocks; null is for everything. Courses API v1, blocks: oneself where one
 * may enter the course, everybody and everything for the course team.
 * @throws {Refusal} 400 without a name, 403, 404 for a name that nobody has
 */
export function blockViewer(
  school: School,
  caller: Caller,
  course: Course,
  { username, allBlocks }: BlockRequest,
): Account | null {
  const asker = caller?.username ?? ''
  const staff = caller !== null && hasAuthorAccess(school, caller, course)
  if (username === undefined) {
    if (!allBlocks) throw invalid({ username: 'This field is required unless all_blocks is requested.' })
    if (staff) return null
    throw refusal(403, `'${asker}' does not have permission to access all blocks in '${course.key}'.`)
  }
  // An empty name is an anonymous visitor's: no course of this school is open to those.
  if (username === '' || !caller) throw refusal(403, `Course blocks for '${asker}' cannot be accessed.`)
  if (username.toLowerCase() === asker.toLowerCase()) {
    const enters = staff || (isEnrolled(school, course, caller.id) && !loadError(school, course, caller))
    if (enters) return caller
    throw refusal(403, `Course blocks for '${asker}' cannot be accessed.`)
  }
  if (!staff) {
    throw refusal(
      403,
      `'${asker}' does not have permission to access view for '${username}' in '${course.key}'.`,
    )
  }
  const viewer = accountByUsername(school, username)
  if (!viewer) throw refusal(404, `Requested user '${username}' does not exist.`)
  return viewer
}

/** Gives a test for the blocks that somebody sees: what is open to them, and is not hidden since it was due. */
export function visibleBlocks(
  school: School,
  course: Course,
  viewer: Account | null,
): (block: Block) => boolean {
  if (!viewer || hasAuthorAccess(school, viewer, course)) return () => true
  const available = availableTo(school, course, viewer.id)
  const sees = (block: Block): boolean => {
    if (!block.place) return block.type === 'course' || block.children.some(sees)
    const { hideAfterDue, due } = block.place.subsection
    return available(block.place) && !(hideAfterDue && due !== null && due < school.now)
  }
  return sees
}

/** Gives a block and its course by a key as it came. Unlike new keys, old ones do not tell their run. */
export function locateBlock(school: School, key: UsageKey): { course: Course; block: Block } | undefined {
  for (const course of school.world.courses) {
    const block = findBlock(course, key)
    if (block) return { course, block }
  }
  return undefined
}
