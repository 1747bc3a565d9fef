import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useParams } from 'react-router'
import type { Progress } from '#src/domain/progress.ts'
import { type OpenWork, openWork } from '#src/domain/progress-open.ts'
import { untoldTypes } from '#src/domain/progress-untold.ts'
import { decimalOf } from '#src/i18n/decimal-sign.ts'
import { useNow } from '#src/ui/now.ts'
import { ExerciseBox } from './ExerciseBox.tsx'
import { NeedResult } from './NeedResult.tsx'
import styles from './NeedSection.module.css'
import { Section } from './Section.tsx'
import { TargetChoice } from './TargetChoice.tsx'
import { Untold } from './Untold.tsx'
import { percentText } from '#src/i18n/score-words.ts'
import { type Aim, firstAim, targetOf } from './target.ts'

/** What a target still needs, and what other scores would make of the total. */
export function NeedSection({ progress }: { readonly progress: Progress }) {
  const { learnerId } = useParams()
  const open = openWork(progress, useNow()())
  const untold = untoldTypes(progress)
  const isWeightless = progress.types.every(({ weight }) => !weight)
  const isOff = untold.some(({ weight }) => weight > 0)
  return (
    <Section
      title={
        <FormattedMessage id={learnerId === undefined ? 'progress.need.title' : 'progress.need.titleOf'} />
      }
      lead={<FormattedMessage id="progress.need.lead" />}
    >
      {isWeightless ? (
        <p className={styles['quiet']}>
          <FormattedMessage id="progress.need.weightless" />
        </p>
      ) : isOff ? (
        <Untold types={untold} entriesAbsent={progress.sections === null} />
      ) : (
        <>
          <Need progress={progress} open={open} />
          <Difference official={progress.grade.percent} own={open.standing.percent} />
        </>
      )}
      {progress.sections === null || isWeightless ? null : (
        <ExerciseBox progress={progress} open={open} untold={untold} />
      )}
    </Section>
  )
}

function Need({ progress, open }: { readonly progress: Progress; readonly open: OpenWork }) {
  const intl = useIntl()
  const { cutoffs, grade } = progress
  const [aim, setAim] = useState<Aim>(() => firstAim(cutoffs, grade.percent))
  const target = targetOf(aim, cutoffs, decimalOf(intl.locale))
  return (
    <div className={styles['box']}>
      <TargetChoice cutoffs={cutoffs} aim={aim} target={target} onChange={setAim} />
      <NeedResult open={open} official={grade} target={target} />
    </div>
  )
}

/** Where the policy as shown gives another total than the official one, all that rests on it is a rough guess. */
function Difference({ official, own }: { readonly official: number; readonly own: number }) {
  const intl = useIntl()
  if (official === own) return null
  return (
    <p className={styles['note']}>
      <FormattedMessage
        id="progress.need.differs"
        values={{ own: percentText(intl, own), official: percentText(intl, official) }}
      />
    </p>
  )
}
