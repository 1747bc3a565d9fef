import { SettingError, type Settings, settingReaders } from '#mocks/settings.ts'

/** What somebody typed: a value, or a sentence that says why it is none. */
interface Read<Value> {
  readonly value?: Value
  readonly error?: string
}

/** Reads a setting as typed; nothing typed is no value. */
export function read<Name extends keyof Settings>(
  name: Name,
  text: string,
): Read<NonNullable<Settings[Name]>> {
  if (text.trim() === '') return {}
  try {
    return { value: settingReaders[name](text.trim()) as NonNullable<Settings[Name]> }
  } catch (error) {
    if (error instanceof SettingError) return { error: error.message }
    throw error
  }
}
