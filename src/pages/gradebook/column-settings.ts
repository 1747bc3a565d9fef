import * as z from 'zod/mini'
import type { CourseId } from '#src/domain/course.ts'
import { Listeners } from '#src/domain/listeners.ts'
import { MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH } from '#src/ui/grid/columns.ts'

/** Pixels at a root font size of 16 px. */
const Width = z.number().check(z.gte(MIN_COLUMN_WIDTH), z.lte(MAX_COLUMN_WIDTH))

const Settings = z.object({
  score: z.optional(z.enum(['percent', 'points'])),
  density: z.optional(z.enum(['comfortable', 'compact'])),
  hidden: z.optional(z.array(z.string())),
  pinned: z.optional(z.array(z.string())),
  widths: z.optional(z.record(z.string(), Width)),
})

/** How the table is shown: kept for the course, and in the URL, which wins. No grades and no names. */
export type TableSettings = z.infer<typeof Settings>

const keyOf = (courseId: CourseId) => `rollbook.table.${courseId}`

/** Tells when settings have been kept. */
export const keptSettings = new Listeners()

/** Gives what was kept for a course, as text: a snapshot for subscribers. Null where there is none, or no storage. */
export function readKeptText(courseId: CourseId): string | null {
  try {
    return localStorage.getItem(keyOf(courseId))
  } catch {
    return null
  }
}

/** Reads what was kept; nothing where it is something else. */
export function parseKeptSettings(text: string | null): TableSettings {
  try {
    const parsed = Settings.safeParse(JSON.parse(text ?? '{}'))
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
  keptSettings.tell()
}

/** Each setting's parameter in the URL. */
const PARAMS = { score: 'scores', density: 'rows', hidden: 'hide', pinned: 'pin', widths: 'width' } as const

/** Gives the settings that the URL holds, and the parameters that were left out because their values make no sense. */
export function readUrlSettings(params: URLSearchParams): {
  readonly settings: TableSettings
  readonly dropped: readonly string[]
} {
  const told: Record<keyof typeof PARAMS, unknown> = {
    score: params.get('scores') ?? undefined,
    density: params.get('rows') ?? undefined,
    hidden: params.has('hide') ? params.getAll('hide').filter(Boolean) : undefined,
    pinned: params.has('pin') ? params.getAll('pin').filter(Boolean) : undefined,
    widths: params.has('width') ? Object.fromEntries(params.getAll('width').map(readWidth)) : undefined,
  }
  let settings: TableSettings = {}
  const dropped: string[] = []
  // One by one: a value that makes no sense takes no other with it.
  for (const [name, value] of Object.entries(told)) {
    const parsed = Settings.safeParse({ [name]: value })
    if (parsed.success) settings = { ...settings, ...definedOf(parsed.data) }
    else dropped.push(PARAMS[name as keyof typeof PARAMS])
  }
  return { settings, dropped }
}

/** Reads `240@learner`. */
function readWidth(text: string): readonly [id: string, px: number] {
  const [, px, id] = /^(\d{2,3})@(.+)$/.exec(text) ?? []
  return [id ?? '', Number(px)]
}

function definedOf(settings: TableSettings): TableSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}

/** Writes settings into a copy of the URL's parameters; what is as usual has no parameter. */
export function writeUrlSettings(params: URLSearchParams, settings: TableSettings): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const param of Object.values(PARAMS)) next.delete(param)
  if (settings.score) next.set('scores', settings.score)
  if (settings.density) next.set('rows', settings.density)
  for (const id of settings.hidden ?? []) next.append('hide', id)
  for (const id of settings.pinned ?? []) next.append('pin', id)
  for (const [id, px] of Object.entries(settings.widths ?? {})) next.append('width', `${px}@${id}`)
  return next
}
