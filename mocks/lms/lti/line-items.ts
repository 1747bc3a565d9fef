import type { LtiTool } from './tools.ts'
import type { Instant, UsageKey } from '#mocks/lms/model.ts'
import type { School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'

/** What a tool gives scores for: a column of its own, which may be tied to a problem of the course. */
export interface LineItem {
  /** Unique in the school. */
  readonly id: number
  readonly configId: number
  /** What the tool calls it; null where it does not say. */
  readonly resourceId: string | null
  /** The block that it belongs to; null for a line item that stands alone. */
  readonly resourceLinkId: UsageKey | null
  /** Points that scores are relative to, as the tool sees it. */
  readonly scoreMaximum: number
  readonly label: string
  readonly tag: string
  readonly start: Instant | null
  readonly end: Instant | null
}

export type LineItemFields = Omit<LineItem, 'id' | 'configId'>

/** By id, those that a tool added or changed; null for those taken out, so that no id comes twice. */
const changed = table<LineItem | null>('line-items')
/** The line items that come with the tools have lower ids. */
const FIRST_ADDED = 101

/** Gives the line items of a tool, in the order of their ids: the one of its problem first. LTI AGS, line items. */
export function lineItemsOf(school: School, tool: LtiTool): LineItem[] {
  const own = changed.get(school, String(tool.configId))
  const added = changed
    .entries(school)
    .map(([, item]) => item)
    .filter((item) => item !== null)
    .filter(({ id, configId }) => id >= FIRST_ADDED && configId === tool.configId)
  return [...(own === undefined ? [problemItem(tool)] : [own].filter((item) => item !== null)), ...added]
}

/** Adds a line item of the tool's own. */
export function addLineItem(school: School, tool: LtiTool, fields: LineItemFields): LineItem {
  const before = changed.entries(school).filter(([id]) => Number(id) >= FIRST_ADDED).length
  const item = { id: FIRST_ADDED + before, configId: tool.configId, ...fields }
  changed.put(school, String(item.id), item)
  return item
}

/** Changes a line item; what is absent stays. */
export function changeLineItem(school: School, item: LineItem, fields: Partial<LineItemFields>): LineItem {
  const after = { ...item, ...fields }
  changed.put(school, String(item.id), after)
  return after
}

/** Takes a line item out. Scores that reached a problem through it stay with the problem. */
export function removeLineItem(school: School, { id }: LineItem): void {
  changed.put(school, String(id), null)
}

/** The line item that the platform makes for each problem that a tool scores. */
function problemItem({ configId, subsection, problem }: LtiTool): LineItem {
  return {
    id: configId,
    configId,
    resourceId: problem.key,
    resourceLinkId: problem.key,
    scoreMaximum: problem.weight ?? problem.rawPossible,
    label: problem.name,
    tag: '',
    start: subsection.start,
    end: subsection.due,
  }
}
