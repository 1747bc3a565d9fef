import { blockId, usageKey } from './keys.ts'
import type { Chapter, Course, PlacedSubsection, Problem } from './course-model.ts'
import type { UsageKey } from './model.ts'
import { subsectionsOf } from './outline.ts'

export type BlockType = 'course' | 'chapter' | 'sequential' | 'vertical' | 'html' | 'problem'

/** A piece of a course, with all that is inside. A subsection holds units (verticals), and they what one reads or answers. */
export interface Block {
  readonly key: UsageKey
  readonly type: BlockType
  readonly name: string
  readonly children: readonly Block[]
  /** The chapter in which it stands; null for the course itself. */
  readonly chapter: Chapter | null
  /** The subsection in which it stands; null above. */
  readonly place: PlacedSubsection | null
  readonly problem: Problem | null
}

interface Tree {
  readonly root: Block
  readonly byKey: ReadonlyMap<UsageKey, Block>
}

// A course never changes, so its tree is made once.
const trees = new WeakMap<Course, Tree>()

/** Gives the course as a tree of blocks. */
export function courseBlock(course: Course): Block {
  return treeOf(course).root
}

/** Gives the block with this key, or undefined. */
export function findBlock(course: Course, key: UsageKey): Block | undefined {
  return treeOf(course).byKey.get(key)
}

/** Gives the units of a subsection, in order. */
export function unitsOf(course: Course, place: PlacedSubsection): readonly Block[] {
  return findBlock(course, place.subsection.key)?.children ?? []
}

function treeOf(course: Course): Tree {
  const known = trees.get(course)
  if (known) return known
  const root = rootOf(course)
  const byKey = new Map<UsageKey, Block>()
  const note = (block: Block): void => {
    byKey.set(block.key, block)
    block.children.forEach(note)
  }
  note(root)
  const tree = { root, byKey }
  trees.set(course, tree)
  return tree
}

function rootOf(course: Course): Block {
  const byChapter = Map.groupBy(subsectionsOf(course), ({ chapter }) => chapter)
  const chapters = course.chapters.map((chapter): Block => ({
    key: chapter.key,
    type: 'chapter',
    name: chapter.name,
    chapter,
    place: null,
    problem: null,
    children: (byChapter.get(chapter) ?? []).map((place) => sequential(course, place)),
  }))
  const block = course.key.startsWith('course-v1:') ? 'course' : course.run
  return {
    key: usageKey(course.key, 'course', block),
    type: 'course',
    name: course.name,
    chapter: null,
    place: null,
    problem: null,
    children: chapters,
  }
}

function sequential(course: Course, place: PlacedSubsection): Block {
  const { subsection, chapter } = place
  const inside = { chapter, place, problem: null }
  const block = blockId(subsection.key)
  const units = runsOf(subsection.problems).map((problems, index): Block => {
    const number = index + 1
    return {
      key: usageKey(course.key, 'vertical', `${block}_unit${number}`),
      type: 'vertical',
      name: unitName(problems),
      ...inside,
      children:
        problems.length > 0
          ? problems.map((problem) => leaf(place, problem.key, 'problem', problem.name, problem))
          : [leaf(place, usageKey(course.key, 'html', `${block}_text`), 'html', 'Text', null)],
    }
  })
  return { key: subsection.key, type: 'sequential', name: subsection.name, ...inside, children: units }
}

function leaf(
  place: PlacedSubsection,
  key: UsageKey,
  type: BlockType,
  name: string,
  problem: Problem | null,
): Block {
  return { key, type, name, chapter: place.chapter, place, problem, children: [] }
}

/** Problems that count and those that do not stand in units of their own; without problems there is one to read. */
function runsOf(problems: readonly Problem[]): Problem[][] {
  const runs: Problem[][] = []
  for (const problem of problems) {
    const last = runs.at(-1)
    if (last?.[0]?.graded === problem.graded) last.push(problem)
    else runs.push([problem])
  }
  return runs.length > 0 ? runs : [[]]
}

function unitName([first]: readonly Problem[]): string {
  if (!first) return 'Reading'
  return first.graded ? 'Questions' : 'Practice'
}
