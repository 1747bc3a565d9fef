import type { ReactNode } from 'react'
import type { IntlShape } from 'react-intl'
import type { CellFacts } from '#src/domain/conflict.ts'
import type { LearnerId } from '#src/domain/course.ts'
import type { PasteCell } from '#src/domain/paste.ts'
import { exceptionText } from '#src/i18n/exception-text.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import { arrow } from '#src/ui/arrow.tsx'
import { shownFacts } from './shown-facts.ts'

interface CellVerdictOptions {
  readonly gradebook: Pick<Gradebook, 'edits' | 'factsOf'>
  readonly learnerId: LearnerId
  readonly cell: PasteCell
  /** Points of the column; null while they are not known. */
  readonly possible: number | null
  readonly extraCredit: boolean
}

/** What becomes of a pasted score, for the eye and in words. */
export interface CellVerdict {
  readonly kind: 'change' | 'lowers' | 'over' | 'refused' | 'unchanged' | 'blank'
  readonly text: ReactNode
  /** What else has to be known of it. */
  readonly note: string | null
}

const EXACT = { maximumFractionDigits: 4 }

/** Gives the words for a pasted score, without the assignment's name. */
export function cellWords(intl: IntlShape, options: CellVerdictOptions): CellVerdict {
  const { gradebook, learnerId, cell, extraCredit } = options
  const { subsectionId, text, verdict } = cell
  const was = shownFacts(gradebook, { learnerId, subsectionId })
  const points = (value: number) => intl.formatNumber(value, EXACT)
  const possible = was.possible ?? options.possible
  switch (verdict.kind) {
    case 'blank':
      return { kind: 'blank', text: intl.formatMessage({ id: 'pasteTable.cell.blank' }), note: null }
    case 'unchanged':
      return {
        kind: 'unchanged',
        text: intl.formatMessage({ id: 'pasteTable.cell.unchanged' }, { was: wasText(intl, was) }),
        note: null,
      }
    case 'refused':
      return {
        kind: 'refused',
        text: intl.formatMessage({ id: 'pasteTable.cell.refused' }, { text: text.trim() }),
        note: refusalWords(intl, verdict.refusal),
      }
    case 'over':
    case 'change': {
      const { exception } = verdict.will
      if (exception) {
        const will = exceptionText(intl, exception)
        return {
          kind: verdict.kind === 'change' && verdict.lowers ? 'lowers' : 'change',
          text: intl.formatMessage(
            { id: 'pasteTable.cell.changeTo' },
            { was: wasText(intl, was), will, to: arrow },
          ),
          note:
            verdict.kind === 'change' && verdict.lowers
              ? intl.formatMessage({ id: 'pasteTable.cell.erases' })
              : null,
        }
      }
      const of = verdict.kind === 'over' ? verdict.possible : possible
      const change = intl.formatMessage(
        { id: of === null ? 'pasteTable.cell.changePoints' : 'pasteTable.cell.change' },
        {
          was: wasText(intl, was),
          will: points(verdict.will.earned),
          possible: of === null ? '' : points(of),
          to: arrow,
        },
      )
      if (verdict.kind === 'over') {
        const id = extraCredit ? 'pasteTable.cell.extraCredit' : 'pasteTable.cell.over'
        return { kind: 'over', text: change, note: intl.formatMessage({ id }) }
      }
      if (verdict.lowers) {
        return {
          kind: 'lowers',
          text: change,
          note: intl.formatMessage({ id: 'pasteTable.cell.lowers' }),
        }
      }
      const note = verdict.note
        ? intl.formatMessage({ id: 'pasteTable.cell.zeros' }, { text: text.trim() })
        : null
      return { kind: 'change', text: change, note }
    }
  }
}

function wasText(intl: IntlShape, { attempted, earned, exception }: CellFacts): string {
  if (exception) return exceptionText(intl, exception)
  if (attempted === false || earned === null) return intl.formatMessage({ id: 'pasteTable.cell.none' })
  return intl.formatNumber(earned, EXACT)
}

type Refusal = Extract<PasteCell['verdict'], { kind: 'refused' }>['refusal']

function refusalWords(intl: IntlShape, refusal: Refusal): string {
  if (refusal.why === 'not-a-word') {
    const words = intl.formatList(refusal.words, { type: 'unit' })
    return intl.formatMessage({ id: 'pasteTable.refused.not-a-word' }, { words })
  }
  if (refusal.why !== 'other-maximum') return intl.formatMessage({ id: `pasteTable.refused.${refusal.why}` })
  return intl.formatMessage(
    { id: 'pasteTable.refused.other-maximum' },
    {
      typed: intl.formatNumber(refusal.typed, EXACT),
      possible: intl.formatNumber(refusal.possible, EXACT),
    },
  )
}
