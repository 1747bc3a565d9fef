import { describe, expect, test } from 'vitest'
import { FlagError, readFlags } from './flags.ts'

describe('the flags of the server', () => {
  test('have defaults', () => {
    expect(readFlags([])).toEqual({
      port: 8000,
      base: '/',
      app: undefined,
      world: {
        user: 'instructor',
        scenario: 'default',
        learners: undefined,
        subsections: undefined,
        latency: undefined,
        now: undefined,
      },
    })
  })

  test('set everything', () => {
    const line =
      '--port 0 --scenario large --learners 10 --subsections=3 --latency 20 --user nobody --now 2026-12-01 --app . --config e2e/config.json --base /gradebook/'
    expect(readFlags(line.split(' '))).toEqual({
      port: 0,
      base: '/gradebook/',
      app: '.',
      config: 'e2e/config.json',
      world: {
        user: 'nobody',
        scenario: 'large',
        learners: 10,
        subsections: 3,
        latency: 20,
        now: '2026-12-01T00:00:00.000Z',
      },
    })
  })

  test.each([
    ['--port 99999', /^--port: “99999” is no port\./],
    ['--port http', /^--port: “http” is no port\./],
    ['--scenario sunny', /^--scenario: There is no scenario “sunny”\. There are: default, /],
    ['--learners many', /^--learners: “many” is no number of learners\./],
    ['--subsections -3', /Option '--subsections' argument is ambiguous/],
    ['--latency 2s', /^--latency: “2s” is no number of milliseconds\./],
    ['--now noon', /^--now: “noon” is no date\./],
    ['--app mocks', /^--app: there is no index\.html in “mocks”\./],
    ['--config none.json', /^--config: there is no file “none\.json”\./],
    ['--base gradebook', /^--base: “gradebook” is no base path\./],
    ['stray', /^Unexpected argument 'stray'\. .*Usage: npm run lms/],
    ['--port', /^Option '--port <value>' argument missing\. .*Usage: npm run lms/],
  ])('are refused in one line: %s', (line, words) => {
    const read = () => readFlags(line.split(' '))
    expect(read).toThrow(FlagError)
    expect(read).toThrow(words)
    expect(read).not.toThrow(/\n/)
  })
})
