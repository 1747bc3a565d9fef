import * as z from 'zod/mini'
import { endpoint } from '#src/lms/endpoint.ts'

const LMS = 'https://docs.openedx.org/projects/edx-platform/en/latest/references/lms_apis.html'

/** Notes what a learner has done, block by block. Completion API v1. */
export const completionBatch = endpoint({
  method: 'POST',
  path: '/api/completion/v1/completion-batch',
  body: z.object({
    username: z.string(),
    course_key: z.string(),
    /** 0 for not done, 1 for done, by block. */
    blocks: z.record(z.string(), z.number()),
  }),
  response: z.object({ detail: z.string() }),
  doc: `${LMS}#post--completion-v1-completion-batch`,
})

/** Whether a learner has done everything in a subsection. Completion API v1. */
export const subsectionCompletion = endpoint({
  method: 'GET',
  path: '/api/completion/v1/subsection-completion/:username/:courseId/:usageKey/?',
  response: z.object({ completion: z.number() }),
  doc: `${LMS}#get--completion-v1-subsection-completion-username-course_key-subsection_id`,
})
