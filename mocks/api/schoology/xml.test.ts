import { beforeEach, describe, expect, test } from 'vitest'
import { type GradeRow, type SchoologyClient, schoologyClient } from './test-client.ts'
import { readXml } from './xml-read.ts'
import { toXml } from './xml-write.ts'

const XML = { accept: 'text/xml' }

/** What a JSON value looks like to a reader of XML: all is text, a list of one is the one, nothing is null. */
function seenInXml(value: unknown): unknown {
  if (value === null || value === '' || value === false) return null
  if (Array.isArray(value)) {
    const list = value.map(seenInXml)
    return list.length > 1 ? list : (list[0] ?? null)
  }
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
  if (value === true || typeof value !== 'object') return '1'
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, seenInXml(child)]))
}

function read(text: string): unknown {
  return readXml(text.replace('<result>', '<body>').replace(/<\/result>\s*$/, '</body>'))
}

let client: SchoologyClient
beforeEach(() => {
  client = schoologyClient()
})

describe('the twins agree', () => {
  test.each([
    ['a section', (id: number) => `/sections/${id}`],
    ['sections', () => '/users/11/sections'],
    ['enrolments', (id: number) => `/sections/${id}/enrollments?limit=200`],
    ['assignments', (id: number) => `/sections/${id}/assignments`],
    ['categories', (id: number) => `/sections/${id}/grading_categories`],
    ['periods', (id: number) => `/sections/${id}/grading_periods`],
    ['scales', (id: number) => `/sections/${id}/grading_scales`],
    ['grades', (id: number) => `/sections/${id}/grades?limit=200`],
    ['one grade', (id: number) => `/sections/${id}/grades?limit=1`],
    ['no grades', (id: number) => `/sections/${id}/grades?start=9999`],
    ['grades of a user', () => '/users/1001/grades'],
    ['a user', () => '/users/me'],
  ])('%s', async (_words, path) => {
    const address = path(client.section)
    const response = await client.ask(address, XML)
    expect(response.headers.get('Content-Type')).toBe('text/xml; charset=utf-8')
    expect(read(await response.text())).toEqual(seenInXml(await client.json(address)))
  })

  test('refusals too', async () => {
    const response = await client.ask('/sections/7/grades', XML)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('<result><message>Section not found.</message></result>')
    expect((await client.ask('/users/me', { ...XML, as: 'nobody' })).status).toBe(401)
  })
})

describe('who gets XML', () => {
  test.each([
    ['text/xml', 'xml'],
    ['text/xml;q=0.9, application/json;q=0.5', 'xml'],
    ['text/*, application/json;q=0.1', 'xml'],
    ['text/xml, */*;q=0.1', 'xml'],
    ['application/json, text/xml', 'json'],
    ['text/xml;q=0.1, application/json', 'json'],
    ['text/xml;q=0', 'json'],
    ['*/*', 'json'],
    ['text/html, */*;q=0.8', 'json'],
    ['', 'json'],
  ])('%j: %s', async (accept, kind) => {
    const response = await client.ask('/users/me', { accept })
    expect(response.headers.get('Content-Type')).toContain(kind)
  })
})

describe('grades in XML', () => {
  const path = () => `/sections/${client.section}/grades`

  async function row(): Promise<GradeRow | undefined> {
    const assignment = await client.assignment('Homework 1')
    const query = `?enrollment_id=${client.learner(9)}&assignment_id=${assignment}`
    return (await client.grades(query)).grades.grade[0]
  }

  async function put(fields: string): Promise<string> {
    const body = `<?xml version="1.0" encoding="utf-8" ?>
      <body><grades><grade>
        <type>assignment</type>
        <assignment_id>${await client.assignment('Homework 1')}</assignment_id>
        <enrollment_id>${client.learner(9)}</enrollment_id>
        ${fields}
      </grade></grades></body>`
    const response = await client.ask(path(), { ...XML, body })
    expect(response.status).toBe(200)
    return response.text()
  }

  test('are saved as those in JSON', async () => {
    const answer = await put(
      '<grade>2.5</grade><comment>Tom &amp; Jerry &#233;</comment><comment_status>1t</comment_status>',
    )
    expect(answer).toContain('<grades><grade><response_code>200</response_code>')
    expect(await row()).toMatchObject({ grade: 2.5, comment: 'Tom & Jerry é', comment_status: 1 })
    await put('<exception>2</exception>')
    expect(await row()).toMatchObject({ grade: null, exception: 2, comment: 'Tom & Jerry é' })
  })

  test('are taken away by empty elements', async () => {
    await put('<grade>4</grade><comment>Gone soon</comment>')
    await put('<grade /><comment></comment>')
    expect(await row()).toMatchObject({ grade: null, comment: '' })
  })

  test('come with typing mistakes, as in the documents', async () => {
    const comment = (more: string) =>
      `<final_comment><period_id>final</period_id><comment>Well done</comment>${more}</final_comment>`
    const body = `<body><final_comments>
      ${comment(`<enrollment_id>${client.learner(9)}t</enrollment_id><comment_status>1t</comment_status>`)}
      ${comment('<enrollment_id>t</enrollment_id>')}
    </final_comments></body>`
    const answer = await (await client.ask(path(), { ...XML, body })).text()
    expect(answer.match(/<response_code>\d+/g)).toEqual(['<response_code>200', '<response_code>404'])
    const [finals] = (await client.grades(`?enrollment_id=${client.learner(9)}&limit=1`)).final_grade
    expect(finals?.period.at(-1)).toMatchObject({ comment: 'Well done', comment_status: 1 })
  })

  test('may be asked in one form and answered in the other', async () => {
    const assignment = await client.assignment('Homework 1')
    const one = { enrollment_id: client.learner(9), assignment_id: assignment, grade: 1 }
    const response = await client.ask(path(), { ...XML, body: { grades: { grade: [one] } } })
    expect(response.headers.get('Content-Type')).toContain('text/xml')
    const body = `<body><grades><grade><enrollment_id>1</enrollment_id></grade></grades></body>`
    expect(await client.json(path(), 200, { body })).toMatchObject({
      grades: { grade: [{ response_code: 404 }] },
    })
  })

  test.each(['<body/>', '<body></body>', '<body>99</body>', '<body><other /></body>'])(
    '%s holds none',
    async (body) => {
      expect((await client.ask(path(), { body })).status).toBe(400)
    },
  )
})

describe('reading', () => {
  test.each([
    ['<body><a>1</a></body>', { a: '1' }],
    ['<body><a>1</a><b/><a><c>2</c></a><a/></body>', { a: ['1', { c: '2' }, null], b: null }],
    ['<?xml version="1.0"?><!-- note --><body><a id="7"> x </a></body>\n', { a: 'x' }],
    ['<body><a><![CDATA[1 < 2 & 3]]></a></body>', { a: '1 < 2 & 3' }],
    ['<body><a>&lt;b&gt; &quot;&apos; &#65;&#x1F600; &unknown;</a></body>', { a: '<b> "\' A😀 &unknown;' }],
    ['<body>&constructor;</body>', '&constructor;'],
    ['<body><__proto__>x</__proto__></body>', JSON.parse('{"__proto__":"x"}') as object],
  ])('%s', (text, value) => {
    expect(readXml(text)).toEqual(value)
  })

  test.each([
    '',
    'text',
    '<result><a>1</a></result>',
    '<body><a></body>',
    '<body></a></body>',
    '</body>',
    '<body>',
    '<body/><body/>',
    '<body/>text',
    '<body><a>1 < 2</a></body>',
    '<!DOCTYPE body [<!ENTITY a "x">]><body>&a;</body>',
    '<body>&#x110000;</body>',
  ])('refuses %j', (text) => {
    expect(() => readXml(text)).toThrow('not valid XML')
  })

  // Each of these would take minutes if the time grew with the square of the length.
  test('gets through a megabyte of whatever it is', () => {
    const many = 200_000
    expect(() => readXml(`<body><${'a'.repeat(1_000_000)}`)).toThrow('not valid XML')
    expect(readXml(`<body>${'<a/>'.repeat(many)}</body>`)).toEqual({
      a: Array.from({ length: many }, () => null),
    })
    const deep = readXml(`<body>${'<a>'.repeat(many)}${'</a>'.repeat(many)}</body>`)
    expect(deep).toHaveProperty('a.a.a')
  })
})

describe('writing', () => {
  test.each([
    [{ a: 'x < y & z > "w"' }, '<a>x &lt; y &amp; z &gt; "w"</a>'],
    [{ a: null, b: '', c: [], d: {}, e: false }, '<a /><b /><c /><d /><e />'],
    [{ a: [1, 2], b: [{ c: 0 }], d: true }, '<a>1</a><a>2</a><b><c>0</c></b><d>1</d>'],
    [{ a: 'b\u0000\u0007\tc\uD800' }, '<a>b\tc</a>'],
  ])('%j', (value, text) => {
    expect(toXml(value)).toBe(`<?xml version="1.0" encoding="utf-8" ?>\n<result>${text}</result>\n`)
  })
})
