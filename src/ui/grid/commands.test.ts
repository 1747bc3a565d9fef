import { expect, test } from 'vitest'
import { commandFor, gridCommands, keyName } from './commands.ts'

const press = (key: string, held: Partial<KeyboardEventInit> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('a key is written in one way, with ⌘ for Ctrl on a Mac', () => {
  expect(keyName(press('Home', { ctrlKey: true }), false)).toBe('Mod+Home')
  expect(keyName(press('Home', { metaKey: true }), true)).toBe('Mod+Home')
  expect(keyName(press('Home', { ctrlKey: true }), true)).toBe('Ctrl+Home')
  expect(keyName(press('Home', { metaKey: true }), false)).toBe('Meta+Home')
  expect(keyName(press('z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+Z')
  expect(keyName(press(' ', { shiftKey: true }), false)).toBe('Shift+Space')
})

test('Enter means another thing on a header than on a cell', () => {
  expect(commandFor(gridCommands, 'Enter', -1)?.name).toBe('column-menu')
  expect(commandFor(gridCommands, 'Enter', 0)?.name).toBe('open')
  expect(commandFor(gridCommands, 'Space', 0)).toBeUndefined()
})

test('a key with another modifier is nobody’s', () => {
  expect(commandFor(gridCommands, 'Shift+ArrowDown', 0)).toBeUndefined()
})

test('no two commands claim one key in one place', () => {
  const claims = gridCommands.flatMap(({ keys, where }) =>
    (where ? [where] : ['header', 'cells']).flatMap((place) => keys.map((key) => `${place} ${key}`)),
  )
  expect(new Set(claims).size).toBe(claims.length)
})
