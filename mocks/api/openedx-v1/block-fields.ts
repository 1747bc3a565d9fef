import { timeOrNull } from '#mocks/api/time.ts'
import type { Block } from '#mocks/lms/blocks.ts'
import type { CompletionOf } from '#mocks/lms/learner/completion.ts'
import { blockId } from '#mocks/lms/keys.ts'
import type { Course } from '#mocks/lms/course-model.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import type { blocks } from '#src/lms/openedx-v1/endpoints-blocks.ts'
import { jumpUrl } from './home-addresses.ts'

type BlockWire = Extract<WireOf<typeof blocks>, readonly unknown[]>[number]

/** What is asked about each block. */
export interface BlockWish {
  readonly course: Course
  readonly origin: string
  readonly fields: ReadonlySet<string>
  /** Types of which the number is wanted. */
  readonly counted: readonly string[]
  /** Types whose content is wanted. */
  readonly withData: ReadonlySet<string>
  /** From which level on a navigation gathers what is below; null without one. */
  readonly navDepth: number | null
  readonly depth: number
  readonly sees: (block: Block) => boolean
  /** Null where nobody's is asked for. */
  readonly completion: CompletionOf | null
}

/**
 * Presents a block with the fields asked for; those that would be null are left out. Courses API v1, blocks.
 * @param level 0 for the one that was asked for
 */
export function presentBlock(block: Block, level: number, wish: BlockWish): BlockWire {
  const { course, origin } = wish
  const jump = jumpUrl(origin, course, block.key)
  return {
    id: block.key,
    block_id: blockId(block.key),
    lms_web_url: jump,
    legacy_web_url: `${jump}?experience=legacy`,
    student_view_url: `${origin}/xblock/${block.key}`,
    type: block.type,
    display_name: block.name,
    ...requested(block, level, wish),
    ...(wish.counted.length > 0 ? { block_counts: countsOf(block, wish) } : {}),
    ...(wish.withData.has(block.type) ? { student_view_data: dataOf(block) } : {}),
    ...(wish.navDepth === null ? {} : { descendants: descendantsOf(block, level, wish.navDepth, wish) }),
  }
}

function requested(block: Block, level: number, wish: BlockWish): Partial<BlockWire> {
  const { fields, completion, sees, depth } = wish
  const children = level < depth ? block.children.filter(sees) : []
  const subsection = block.place?.subsection
  const values: Partial<BlockWire> = {
    children: children.length > 0 ? children.map(({ key }) => key) : undefined,
    completion: completion?.(block),
    graded: isGraded(block),
    format: subsection?.format,
    due: timeOrNull(subsection?.due ?? null),
    show_correctness: subsection?.showCorrectness ?? 'always',
    has_score: block.problem !== null,
    weight: block.problem?.weight,
    student_view_multi_device: block.children.length === 0,
    lti_url: `${wish.origin}/lti_provider/courses/${wish.course.key}/${block.key}`,
  }
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => fields.has(name) && value !== undefined && value !== null,
    ),
  )
}

/** Problems say it themselves; what is above has something graded inside. */
function isGraded(block: Block): boolean {
  if (block.problem) return block.problem.graded && (block.place?.subsection.graded ?? false)
  if (block.type === 'sequential' || block.type === 'vertical' || block.type === 'html') {
    return block.place?.subsection.graded ?? false
  }
  return block.children.some(isGraded)
}

function countsOf(block: Block, { counted, sees }: BlockWish): Record<string, number> {
  const count = (one: Block, type: string): number =>
    one.children.filter(sees).reduce((sum, child) => sum + count(child, type), one.type === type ? 1 : 0)
  return Object.fromEntries(counted.map((type) => [type, count(block, type)]))
}

/** Only texts have content that does not need the server to be shown. */
function dataOf({ type, name }: Block): BlockWire['student_view_data'] {
  return type === 'html' ? { enabled: true, html: `<p>${name}</p>` } : null
}

/** Down to a depth each block names its children, and there everything below it. */
function descendantsOf(block: Block, level: number, navDepth: number, wish: BlockWish): string[] {
  const children = block.children.filter(wish.sees)
  if (level < navDepth) return children.map(({ key }) => key)
  return children.flatMap((child) => [child.key, ...descendantsOf(child, level + 1, navDepth, wish)])
}
