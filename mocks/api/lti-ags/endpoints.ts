import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'
import { LINE_ITEM, LINE_ITEMS } from './media-types.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'
const LIST = `${LMS}#get--lti_consumer-v1-lti-lti_config_id-lti-ags`
const ONE = `${LMS}#get--lti_consumer-v1-lti-lti_config_id-lti-ags-id`

const LineItem = z.object({
  /** Its own address. */
  id: z.string(),
  resourceId: z.nullable(z.string()),
  scoreMaximum: z.number(),
  label: z.string(),
  tag: z.string(),
  resourceLinkId: z.nullable(z.string()),
  /** ISO 8601. */
  startDateTime: z.nullable(z.string()),
  endDateTime: z.nullable(z.string()),
})

const LineItemFields = z.object({
  resourceId: z.optional(z.nullable(z.string())),
  scoreMaximum: z.optional(z.number()),
  label: z.optional(z.string()),
  tag: z.optional(z.string()),
  resourceLinkId: z.optional(z.nullable(z.string())),
  startDateTime: z.optional(z.nullable(z.string())),
  endDateTime: z.optional(z.nullable(z.string())),
})

/** The line items of a tool: a bare array. LTI AGS. */
export const lineItems = endpoint({
  method: 'GET',
  path: '/api/lti_consumer/v1/lti/:configId/lti-ags',
  query: { resource_link_id: 'text', resource_id: 'text', tag: 'text' },
  response: z.array(LineItem),
  produces: LINE_ITEMS,
  doc: LIST,
})

/** Adds a line item; needs label, maximum, and one of resource and resource link. LTI AGS. */
export const createLineItem = endpoint({
  method: 'POST',
  path: '/api/lti_consumer/v1/lti/:configId/lti-ags',
  body: LineItemFields,
  accepts: [LINE_ITEM],
  response: LineItem,
  statuses: [201],
  csrfExempt: true,
  doc: LIST.replace('#get', '#post'),
})

/** One line item. LTI AGS. */
export const lineItem = endpoint({
  method: 'GET',
  path: '/api/lti_consumer/v1/lti/:configId/lti-ags/:id',
  response: LineItem,
  doc: ONE,
})

/** Changes a line item; what is required must be there, what else is absent stays. LTI AGS. */
export const replaceLineItem = endpoint({
  method: 'PUT',
  path: '/api/lti_consumer/v1/lti/:configId/lti-ags/:id',
  body: LineItemFields,
  accepts: [LINE_ITEM],
  response: LineItem,
  csrfExempt: true,
  doc: ONE.replace('#get', '#put'),
})

/** Changes some fields of a line item. LTI AGS. */
export const changeLineItem = endpoint({
  method: 'PATCH',
  path: '/api/lti_consumer/v1/lti/:configId/lti-ags/:id',
  body: LineItemFields,
  accepts: [LINE_ITEM],
  response: LineItem,
  csrfExempt: true,
  doc: ONE.replace('#get', '#patch'),
})

/** Takes a line item out. LTI AGS. */
export const deleteLineItem = endpoint({
  method: 'DELETE',
  path: '/api/lti_consumer/v1/lti/:configId/lti-ags/:id',
  response: z.undefined(),
  statuses: [204],
  csrfExempt: true,
  doc: ONE.replace('#get', '#delete'),
})
