import { describe, expect, test } from 'vitest'
import type { Endpoint } from '#src/lms/endpoint.ts'

// What the simulated LMS serves beyond the backends of the app: each contract with samples after the published
// documents and, where those are wrong, after what the servers send. Named `<endpoint>.json`, or `<endpoint>.<case>.json`.
const contracts = import.meta.glob<Record<string, Endpoint>>('./*/endpoints*.ts', { eager: true })
const samples = import.meta.glob<unknown>('./*/samples/*.json', { eager: true, import: 'default' })

const endpoints = Object.entries(contracts).flatMap(([file, contract]) =>
  Object.entries(contract).map(([name, endpoint]) => {
    const family = file.split('/')[1] ?? ''
    return { family, name, endpoint, samples: samplesOf(family, name) }
  }),
)

function samplesOf(family: string, name: string): unknown[] {
  return Object.entries(samples)
    .filter(([file]) => new RegExp(`^\\./${family}/samples/${name}(?:\\.[^.]+)?\\.json$`).test(file))
    .map(([, body]) => body)
}

/** An answer without a body has no sample. */
function hasBody({ response }: Endpoint): boolean {
  return !response.safeParse(undefined).success
}

describe.each(endpoints)('$family $name', ({ endpoint, samples: bodies }) => {
  test('is documented', () => {
    expect(endpoint.doc).toMatch(/^https:\/\//)
  })

  test('has samples that parse', () => {
    if (hasBody(endpoint)) expect(bodies).not.toHaveLength(0)
    for (const body of bodies) expect(endpoint.response.safeParse(body).error?.issues ?? []).toEqual([])
  })
})

test('every sample belongs to an endpoint', () => {
  const known = new Set(endpoints.flatMap(({ samples: bodies }) => bodies))
  const strays = Object.entries(samples).filter(
    ([file, body]) => !known.has(body) && !file.includes('.request.'),
  )
  expect(strays.map(([file]) => file)).toEqual([])
})
