import type { HttpHandler } from 'msw'
import { Reply, detailErrors } from '#mocks/answer.ts'
import { fieldsOf } from '#mocks/api/fields.ts'
import { timeOrNull } from '#mocks/api/time.ts'
import type { Resolvers } from '#mocks/asked.ts'
import {
  type LineItem,
  type LineItemFields,
  addLineItem,
  changeLineItem,
  lineItemsOf,
  removeLineItem,
} from '#mocks/lms/lti/line-items.ts'
import type { LtiTool } from '#mocks/lms/lti/tools.ts'
import { invalid, refusal } from '#mocks/lms/refusal.ts'
import type { School } from '#mocks/lms/store.ts'
import { forgetScores } from '#mocks/lms/lti/tool-scores.ts'
import { serve } from '#mocks/serve.ts'
import type { World } from '#mocks/world.ts'
import type { WireOf } from '#src/lms/endpoint.ts'
import * as wire from './endpoints.ts'
import { LINE_ITEM, LINE_ITEMS, negotiated } from './media-types.ts'
import { toolOf } from './tool-token.ts'

const NOTHING: LineItemFields = {
  resourceId: null,
  resourceLinkId: null,
  scoreMaximum: 0,
  label: '',
  tag: '',
  start: null,
  end: null,
}

const resolvers: Resolvers<typeof wire> = {
  lineItems: (asked) => {
    const type = typeFor(asked.headers)
    const tool = toolOf(asked, 'lineitem', 'lineitem.readonly')
    const { resource_link_id: link, resource_id: resource, tag } = asked.query
    const found = lineItemsOf(asked.school, tool)
      .filter((item) => !link || item.resourceLinkId === link)
      .filter((item) => !resource || item.resourceId === resource)
      .filter((item) => !tag || item.tag === tag)
    return new Reply(
      found.map((item) => present(asked.url, item)),
      200,
      type,
    )
  },

  createLineItem: (asked) => {
    const type = typeFor(asked.headers)
    const tool = toolOf(asked, 'lineitem')
    const fields = readFields(asked.json(), true)
    const item = addLineItem(asked.school, tool, { ...NOTHING, ...fields })
    const body = present(asked.url, item)
    return new Reply(body, 201, { ...type, Location: body.id })
  },

  lineItem: (asked) => {
    const type = typeFor(asked.headers)
    const tool = toolOf(asked, 'lineitem', 'lineitem.readonly')
    return new Reply(present(asked.url, itemOf(asked.school, tool, asked.path.id)), 200, type)
  },

  replaceLineItem: (asked) => {
    const type = typeFor(asked.headers)
    const tool = toolOf(asked, 'lineitem')
    const item = itemOf(asked.school, tool, asked.path.id)
    const after = changeLineItem(asked.school, item, readFields(asked.json(), true))
    return new Reply(present(asked.url, after), 200, type)
  },

  changeLineItem: (asked) => {
    const type = typeFor(asked.headers)
    const tool = toolOf(asked, 'lineitem')
    const item = itemOf(asked.school, tool, asked.path.id)
    const after = changeLineItem(asked.school, item, readFields(asked.json(), false))
    return new Reply(present(asked.url, after), 200, type)
  },

  deleteLineItem: (asked) => {
    typeFor(asked.headers)
    const item = itemOf(asked.school, toolOf(asked, 'lineitem'), asked.path.id)
    removeLineItem(asked.school, item)
    forgetScores(asked.school, item)
    return new Reply(undefined, 204)
  },
}

/**
 * Gives the tool's line item with an id from a path.
 * @throws {Refusal} 404, for those of other tools too
 */
export function itemOf(school: School, tool: LtiTool, id: string): LineItem {
  const item = lineItemsOf(school, tool).find((one) => String(one.id) === id)
  if (!item) throw refusal(404, 'Not found.')
  return item
}

/** Gives the address of a line item, which is its id for tools. */
export function addressOf({ origin }: URL, { id, configId }: LineItem): string {
  return `${origin}/api/lti_consumer/v1/lti/${configId}/lti-ags/${id}`
}

/** The container comes first, so that one line item is labelled a container too unless the tool says better. */
function typeFor(headers: Headers): { 'Content-Type': string } {
  return negotiated(headers, LINE_ITEMS, LINE_ITEM)
}

/**
 * @param whole what is required must be there, and one of the two ids
 * @throws {Refusal} 400 by field
 */
function readFields(body: unknown, whole: boolean): Partial<LineItemFields> {
  const fields = fieldsOf(body)
  const found = {
    resourceId: fields.text('resourceId', { nullable: true, longest: 100 }),
    resourceLinkId: fields.usageKey('resourceLinkId', { nullable: true }),
    scoreMaximum: fields.integer('scoreMaximum', { required: whole, least: 0 }),
    label: fields.text('label', { required: whole, longest: 100 }),
    tag: fields.text('tag', { blank: true, longest: 50 }),
    start: fields.instant('startDateTime', { nullable: true }),
    end: fields.instant('endDateTime', { nullable: true }),
  }
  fields.check()
  if (whole && !found.resourceId && !found.resourceLinkId) {
    throw invalid({ non_field_errors: 'Must provide at least one of resource_id or resource_link_id' })
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

function present(url: URL, item: LineItem): WireOf<typeof wire.lineItem> {
  return {
    id: addressOf(url, item),
    resourceId: item.resourceId,
    scoreMaximum: item.scoreMaximum,
    label: item.label,
    tag: item.tag,
    resourceLinkId: item.resourceLinkId,
    startDateTime: timeOrNull(item.start),
    endDateTime: timeOrNull(item.end),
  }
}

/** LTI AGS: the line items of a tool. */
export function lineItemsFace(world: World): HttpHandler[] {
  return serve(world, wire, resolvers, { errors: detailErrors })
}
