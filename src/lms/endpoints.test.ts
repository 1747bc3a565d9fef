import { describe, expect, test } from 'vitest'
import type { Endpoint } from './endpoint.ts'
import * as session from './endpoints-session.ts'

const samples = import.meta.glob<unknown>('./samples/*.json', { eager: true, import: 'default' })

describe.each(Object.entries<Endpoint>(session))('%s', (name, endpoint) => {
  test('has a documentation link, and its published sample parses', () => {
    expect(endpoint.doc).toMatch(/^https:\/\//)
    expect(endpoint.response.safeParse(samples[`./samples/${name}.json`])).toMatchObject({ success: true })
  })
})
