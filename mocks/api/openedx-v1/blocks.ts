import type { HttpHandler } from 'msw'
import { developerErrors } from '#mocks/answer.ts'
import type { Asked, Resolvers } from '#mocks/asked.ts'
import { blockMetadata } from '#mocks/api/courses/endpoints.ts'
import { hasAuthorAccess, signedIn } from '#mocks/lms/access.ts'
import { blockViewer, locateBlock, visibleBlocks } from '#mocks/lms/block-access.ts'
import { type Block, courseBlock } from '#mocks/lms/blocks.ts'
import { completionOf } from '#mocks/lms/learner/completion.ts'
import { findCourse } from '#mocks/lms/courses.ts'
import { isEnrolled } from '#mocks/lms/enrolments.ts'
import { isCourseKey, isUsageKey } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import { invalid, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from '#src/lms/openedx-v1/endpoints-blocks.ts'
import { type BlockWish, presentBlock } from './block-fields.ts'
import { NOT_PROVIDED, NO_PERMISSION } from './texts.ts'

type Wire = WireOf<typeof wire.blocks>
type Wishes = Pick<Asked<typeof wire.blocksBelow>, 'school' | 'caller' | 'query' | 'url'>

/** Deeper than any course. */
const ALL = 100
/** From which depth on a navigation gathers what is below, where a request does not say. */
const NAV_DEPTH = 3

const contract = { ...wire, blockMetadata }

const resolvers: Resolvers<typeof contract> = {
  blocks: (asked) => {
    const { school, query } = asked
    if (!query.course_id) throw refusal(400, 'course_id is required.')
    if (!isCourseKey(query.course_id)) throw refusal(400, `'${query.course_id}' is not a valid course key.`)
    const course = findCourse(school, query.course_id)
    if (!course) throw refusal(404, `Course ${query.course_id} not found.`)
    return answer(asked, course, courseBlock(course))
  },

  blocksBelow: (asked) => {
    const { course, block } = blockAt(asked.school, asked.path.usageKey)
    return answer(asked, course, block)
  },

  blockMetadata: ({ school, caller, path, query }) => {
    const reader = signedIn(caller, NOT_PROVIDED)
    const { course, block } = blockAt(school, path.usageKey)
    // Made for those who index a course; who may not see all of it gets what they see.
    const enters = hasAuthorAccess(school, reader, course) || isEnrolled(school, course, reader.id)
    if (!enters || !visibleBlocks(school, course, reader)(block)) throw refusal(403, NO_PERMISSION)
    const { key: id, type, name } = block
    const included = list(query.include === undefined ? [] : [query.include]).includes('index_dictionary')
    return {
      id,
      type,
      ...(included
        ? { index_dictionary: { content: { display_name: name }, content_type: type.toUpperCase() } }
        : {}),
    }
  },
}

function blockAt(school: School, key: string): { course: Course; block: Block } {
  if (!isUsageKey(key)) throw invalid({ usage_key: `'${key}' is not a valid usage key.` })
  const found = locateBlock(school, key)
  if (!found) throw refusal(404, `Block not found: ${key}`)
  return found
}

function answer({ school, caller, query, url }: Wishes, course: Course, root: Block): Wire {
  const depth = depthOf('depth', query.depth, 0)
  const navDepth = query.nav_depth === undefined ? null : depthOf('nav_depth', query.nav_depth, NAV_DEPTH)
  if (query.return_type && !['dict', 'list'].includes(query.return_type)) {
    const words = `Select a valid choice. ${query.return_type} is not one of the available choices.`
    throw invalid({ return_type: words })
  }
  const viewer = blockViewer(school, caller, course, {
    // Absent and empty differ: an empty name is an anonymous visitor's.
    username: query.username,
    allBlocks: ['1', 'true'].includes(query.all_blocks?.toLowerCase() ?? ''),
  })
  const sees = visibleBlocks(school, course, viewer)
  if (!sees(root)) throw refusal(404, `Block not found: ${root.key}`)
  const wish: BlockWish = {
    course,
    origin: url.origin,
    fields: new Set(list(query.requested_fields)),
    counted: list(query.block_counts),
    withData: new Set(list(query.student_view_data)),
    navDepth,
    depth,
    sees,
    completion: viewer && completionOf(school, course, viewer.id),
  }
  const types = list(query.block_types_filter)
  const shown = within(root, depth, sees)
    .filter(({ block }) => types.length === 0 || types.includes(block.type))
    .map(({ block, level }) => presentBlock(block, level, wish))
  if (query.return_type === 'list') return shown
  return { root: root.key, blocks: Object.fromEntries(shown.map((one) => [one.id, one])) }
}

interface Placed {
  readonly block: Block
  readonly level: number
}

function within(block: Block, depth: number, sees: BlockWish['sees'], level = 0): Placed[] {
  const below = level < depth ? block.children.filter(sees) : []
  return [{ block, level }, ...below.flatMap((child) => within(child, depth, sees, level + 1))]
}

/** A whole number, or `all`. */
function depthOf(name: string, text: string | undefined, absent: number): number {
  if (!text) return absent
  if (text === 'all') return ALL
  if (/^\d+$/.test(text)) return Number(text)
  throw invalid({ [name]: `'${text}' is not a valid depth value.` })
}

/** Names come one by one, joined by commas, or both. */
function list(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(',')).filter((name) => name !== '')
}

/** Courses API v1 and v2: the blocks of a course, those below one of them, and what a search index needs of one. */
export function blocksFace(world: World): HttpHandler[] {
  return serve(world, contract, resolvers, { errors: developerErrors })
}
