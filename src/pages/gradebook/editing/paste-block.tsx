import type { IntlShape } from 'react-intl'
import { factsOfCell } from '#src/domain/conflict.ts'
import type { Change } from '#src/domain/edits-staging.ts'
import type { CellRef } from '#src/domain/edits-state.ts'
import { placeBlock } from '#src/domain/paste-block.ts'
import { type PasteVerdict, judgeScore } from '#src/domain/paste-score.ts'
import { readDelimited } from '#src/domain/read-delimited.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { scoreRefusalWords } from '#src/i18n/score-words.ts'
import { ExtraCreditDialog } from './ExtraCreditDialog.tsx'
import { cellName } from './cell-name.ts'
import { type GridTarget, type GridWork, scoreAt } from './grid-work.ts'
import { possibleOf, readPossibles } from './possible-points.ts'
import { stageAll } from './stage-all.ts'
import { wordsOfColumn } from '#src/i18n/entry-words.ts'

interface PastedScore {
  readonly cell: CellRef
  readonly text: string
}

/** A score above the maximum. */
interface Above {
  readonly change: Change
  readonly earned: number
  readonly possible: number
}

/** Refused scores that are named; of more, only the number is told. */
const NAMED = 3

/**
 * Lays pasted text over the selected cells, as spreadsheets do, and stages it as one step. Tells what became of it; scores
 * above the maximum are asked about once for all of them. Blanks leave cells as they are.
 */
export async function pasteBlock(work: GridWork, text: string): Promise<void> {
  const { intl, toasts, gradebook, target } = work
  if (!target) return
  const { scores, outside } = placed(work, target, text)
  if (scores.length === 0) {
    return toasts.show({ text: intl.formatMessage({ id: 'gradebook.paste.nothing' }, { outside }) })
  }
  await readPossibles(
    gradebook,
    scores.map(({ cell }) => cell),
  )
  const changes: Change[] = []
  const above: Above[] = []
  const refused: string[] = []
  let unchanged = 0
  for (const { cell, text } of scores) {
    const verdict = judge(work, cell, text)
    const was = gradebook.factsOf(cell)
    if (verdict === null) refused.push(refusedCell(work, cell, 'gradebook.editing.notRead'))
    else if (verdict.kind === 'refused') refused.push(refusedCell(work, cell, verdict.refusal))
    else if (verdict.kind === 'unchanged') unchanged += 1
    else if (verdict.kind === 'change') changes.push({ ...cell, was, will: verdict.will })
    else if (verdict.kind === 'over') {
      const { will, possible } = verdict
      above.push({ change: { ...cell, was, will }, earned: will.earned, possible })
    }
  }
  const [first] = above
  if (first) {
    const meant = await ask(work, above.length, first)
    if (meant === null) return toasts.show({ text: intl.formatMessage({ id: 'gradebook.paste.cancelled' }) })
    if (meant) changes.push(...above.map(({ change }) => change))
    else refused.push(...above.map(({ change }) => refusedCell(work, change, 'gradebook.paste.above')))
  }
  const staged = stageAll(gradebook.edits, changes)
  const counts = { staged, unchanged: unchanged + changes.length - staged, refused: refused.length, outside }
  const named = [...refused.slice(0, NAMED), ...(refused.length > NAMED ? ['…'] : [])].join(' ')
  toasts.show({
    text: `${intl.formatMessage({ id: 'gradebook.paste.done' }, counts)} ${named}`.trim(),
    tone: refused.length > 0 ? 'bad' : 'plain',
  })
}

/** Gives the texts that fall on scores, and how many others there are. */
function placed({ gradebook }: GridWork, target: GridTarget, text: string) {
  const { selected, rowCount, columnIds } = target
  const block = placeBlock(readDelimited(text, '\t'), selected, rowCount, columnIds.length)
  const scores: PastedScore[] = []
  let { outside } = block
  for (const { row, column, text } of block.cells) {
    if (text.trim() === '') continue
    const cell = scoreAt(target, gradebook.sheet, row, column)
    if (cell) scores.push({ cell, text })
    else outside += 1
  }
  return { scores, outside }
}

/** What is there includes what is staged: pasting the server's score again takes a staged one back. */
function judge(
  { intl, gradebook, scores, shown }: GridWork,
  cell: CellRef,
  text: string,
): PasteVerdict | null {
  const grade = shown(cell)
  if (!grade) return null
  return judgeScore(text, {
    mode: scores,
    decimal: decimalOf(intl.locale),
    possible: possibleOf(gradebook, cell),
    words: wordsOfColumn(intl, gradebook, cell.subsectionId),
    was: factsOfCell(grade),
  })
}

type Refused = Extract<PasteVerdict, { kind: 'refused' }>['refusal']

function refusedCell(
  { intl, gradebook }: GridWork,
  cell: CellRef,
  why: Refused | 'gradebook.editing.notRead' | 'gradebook.paste.above',
): string {
  return `${cellName(gradebook.sheet, cell)}: ${refusalText(intl, why)}`
}

function refusalText(intl: IntlShape, why: Parameters<typeof refusedCell>[2]): string {
  if (typeof why === 'string') return intl.formatMessage({ id: why })
  if (why.why === 'date') return intl.formatMessage({ id: 'gradebook.paste.date' })
  return scoreRefusalWords(intl, why)
}

/** Resolves to whether scores above the maximum are meant; null where the person wants none of it. */
function ask({ show }: GridWork, count: number, { earned, possible }: Above): Promise<boolean | null> {
  return new Promise((resolve) => {
    const decide = (meant: boolean | null) => {
      show(null)
      resolve(meant)
    }
    show(<ExtraCreditDialog count={count} earned={earned} possible={possible} onDecide={decide} />)
  })
}
