import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDelimited } from './read-delimited.ts'
import { delimited } from './table-text.ts'

describe('what a spreadsheet writes', () => {
  test.each([
    [
      'tabs',
      'a\tb\r\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'commas',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'semicolons with decimal commas',
      'ada;8,5\nbo;9,25',
      [
        ['ada', '8,5'],
        ['bo', '9,25'],
      ],
    ],
    [
      'tabs with names turned round',
      'Li, Bo\t8\nLovelace, Ada\t9',
      [
        ['Li, Bo', '8'],
        ['Lovelace, Ada', '9'],
      ],
    ],
    [
      'old line ends',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'quotes',
      '"a ""b""",c\n"two\r\nlines",d',
      [
        ['a "b"', 'c'],
        ['two\r\nlines', 'd'],
      ],
    ],
    ['a byte order mark', '\ufeffa,b', [['a', 'b']]],
    [
      'its delimiter',
      'sep=;\r\na;b,c,d\r\ne;f',
      [
        ['a', 'b,c,d'],
        ['e', 'f'],
      ],
    ],
    ['one cell', '8,5', [['8', '5']]],
    ['one column', 'a\nb\n', [['a'], ['b']]],
    ['blank lines', 'a,b\n\nc,d', [['a', 'b'], [''], ['c', 'd']]],
    [
      'cells that end a line blank',
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_, text, table) => {
    expect(readDelimited(text)).toEqual(table)
  })

  test.each([
    ['within a cell', '5" disk,b', [['5" disk', 'b']]],
    [
      'never closed',
      '"a,b\nc,d',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['closed too early', '"a"b,c', [['ab', 'c']]],
  ])('a quote %s swallows nothing', (_, text, table) => {
    expect(readDelimited(text)).toEqual(table)
  })

  test('lines of uneven length are parted by what parts most of them', () => {
    expect(readDelimited('Grades; autumn\nada,8,9\nbo,7\nli,6')).toEqual([
      ['Grades; autumn'],
      ['ada', '8', '9'],
      ['bo', '7'],
      ['li', '6'],
    ])
  })
})

test('whatever is written is read again', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n', ' ', "'") }),
  )
  const tables = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    // A last line without text is no line; a mark at the very start belongs to the file.
    .filter((table) => table.at(-1)?.join() !== '' && !/^(?:\ufeff|sep=)/.test(table[0]?.[0] ?? ''))
  fc.assert(
    fc.property(tables, fc.constantFrom('\t', ',', ';'), (table, delimiter) => {
      expect(readDelimited(delimited(table, delimiter), delimiter)).toEqual(table)
    }),
  )
})
