import { expect, test } from 'vitest'
import { serverForEach } from '#mocks/api/under-test.ts'

const server = serverForEach('nobody')

test('anybody may read the settings; those of one front end lie over the others', async () => {
  const common = (await server.json('/api/mfe_config/v1')) as Record<string, unknown>
  expect(common).toMatchObject({ LMS_BASE_URL: server.origin, LOGIN_URL: `${server.origin}/login` })
  expect(await server.json('/api/mfe_config/v1?mfe=gradebook')).toEqual({
    ...common,
    BASE_URL: `${server.origin}/gradebook`,
    SHOW_BULK_MANAGEMENT_UI: true,
  })
  expect(await server.json('/api/mfe_config/v1?mfe=unheard-of')).toEqual(common)
  expect((await server.ask('/api/mfe_config/v1/')).status).toBe(404)
})
