import { expect, test } from 'vitest'
import { stateLines } from './submission.ts'

test('a stored state is read line by line, nested parts indented, markup left as the text that it is', () => {
  const state = {
    seed: 1,
    done: true,
    hint: null,
    student_answers: { a_2_1: '<b>5</b>' },
    empty: {},
    essay: 'one\ntwo',
    last_submission_time: '2026-10-01T08:00:00Z',
  }
  expect(stateLines(state)).toEqual([
    { key: 'seed', text: '1', isBlock: false },
    { key: 'done', text: 'true', isBlock: false },
    { key: 'hint', text: 'null', isBlock: false },
    { key: 'student_answers', text: '{\n  "a_2_1": "<b>5</b>"\n}', isBlock: true },
    { key: 'empty', text: '{}', isBlock: false },
    { key: 'essay', text: 'one\ntwo', isBlock: true },
    { key: 'last_submission_time', text: '2026-10-01T08:00:00Z', isBlock: false },
  ])
})
