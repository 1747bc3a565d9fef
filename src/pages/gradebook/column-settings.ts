import * as z from 'zod/mini'
import type { CourseId } from '#src/domain/course.ts'

const Settings = z.object({
  score: z.optional(z.enum(['percent', 'points'])),
  density: z.optional(z.enum(['comfortable', 'compact'])),
  hidden: z.optional(z.array(z.string())),
  pinned: z.optional(z.array(z.string())),
  widths: z.optional(z.record(z.string(), z.number().check(z.gte(40), z.lte(800)))),
})

/** How the table is shown: kept for the course, and in the URL, which wins. No grades and no names. */
export type TableSettings = z.infer<typeof Settings>

const keyOf = (courseId: CourseId) => `rollbook.table.${courseId}`

/** Gives what was kept for a course; nothing where storage is closed or holds something else. */
export function readKeptSettings(courseId: CourseId): TableSettings {
  try {
    const parsed = Settings.safeParse(JSON.parse(localStorage.getItem(keyOf(courseId)) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

/** Keeps settings for a course; without storage they last as long as the URL. */
export function keepSettings(courseId: CourseId, settings: TableSettings): void {
  try {
    localStorage.setItem(keyOf(courseId), JSON.stringify(settings))
  } catch {
    // Private mode or a full disk: nothing of value is lost.
  }
}

/** Gives the settings that the URL holds. */
export function readUrlSettings(params: URLSearchParams): TableSettings {
  const widths: Record<string, number> = {}
  for (const text of params.getAll('width')) {
    const [, px, id] = /^(\d{2,3})@(.+)$/.exec(text) ?? []
    if (id !== undefined) widths[id] = Number(px)
  }
  const parsed = Settings.safeParse({
    score: params.get('scores') ?? undefined,
    density: params.get('rows') ?? undefined,
    hidden: params.has('hide') ? params.getAll('hide').filter(Boolean) : undefined,
    pinned: params.has('pin') ? params.getAll('pin').filter(Boolean) : undefined,
    widths: params.has('width') ? widths : undefined,
  })
  return parsed.success ? parsed.data : {}
}

/** Writes settings into a copy of the URL's parameters; usual values are left out unless they were kept otherwise. */
export function writeUrlSettings(params: URLSearchParams, settings: TableSettings): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of ['scores', 'rows', 'hide', 'pin', 'width']) next.delete(name)
  if (settings.score) next.set('scores', settings.score)
  if (settings.density) next.set('rows', settings.density)
  for (const id of settings.hidden ?? []) next.append('hide', id)
  for (const id of settings.pinned ?? []) next.append('pin', id)
  for (const [id, px] of Object.entries(settings.widths ?? {})) next.append('width', `${px}@${id}`)
  return next
}
