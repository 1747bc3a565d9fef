import { expect, test } from 'vitest'
import { tableCommands } from './commands.ts'
import { keyLines } from './key-lines.ts'

const commands = tableCommands({ onKeys: () => {}, copyTable: () => {}, onDetails: () => {}, run: () => {} })

test('every command of the table stands in the list of keys', () => {
  const listed = keyLines(commands, false).reduce((count, { keys }) => count + keys.length, 0)
  expect(listed).toBe(commands.reduce((count, { keys }) => count + keys.length, 0))
})

test('keys are called as they are printed, on a Mac with the Mac’s own', () => {
  const corners = (isMac: boolean) =>
    keyLines(commands, isMac).find(({ what }) => what === 'gradebook.keys.corners')?.keys
  expect(corners(false)).toEqual(['Ctrl Home', 'Ctrl End'])
  expect(corners(true)).toEqual(['⌘ Home', '⌘ End'])
})
