import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useParams } from 'react-router'
import type { Progress } from '#src/domain/progress.ts'
import { scoreLists, unlistedTypes } from '#src/domain/score-lists.ts'
import { lms } from '#src/lms/connect.ts'
import { q } from '#src/lms/query.ts'
import { Button } from '#src/ui/Button.tsx'
import { ScoreGroup } from './ScoreGroup.tsx'
import styles from './Scores.module.css'
import { Section } from './Section.tsx'

/** So many subsections are in sight at once; of more, each section opens by itself. */
const IN_SIGHT = 12

/** Every score of the course by section, with the scores of its problems. */
export function ScoresSection({ progress }: { readonly progress: Progress }) {
  const { courseId = '' } = useParams()
  const { username } = progress
  const lists = scoreLists(progress)
  const count = lists.reduce((sum, { graded, practice }) => sum + graded.length + practice.length, 0)
  const [open, setOpen] = useState<ReadonlySet<number>>(
    () => new Set(count > IN_SIGHT ? [] : lists.map((_, index) => index)),
  )
  const isAllOpen = open.size === lists.length
  // A large answer, for words that one can do without: it is read when somebody looks, and nobody hears of a failure.
  const { data: names } = useQuery({
    ...q('problemNames', { courseId, username }),
    enabled: open.size > 0 && lms().problemNames !== undefined,
  })
  const unlisted = unlistedTypes(progress)
  return (
    <Section
      title={<FormattedMessage id="progress.scores.title" />}
      lead={
        <FormattedMessage
          id={
            lists.length > 0
              ? progress.periods
                ? 'progress.scores.leadPeriods'
                : 'progress.scores.lead'
              : progress.sections
                ? 'progress.scores.none'
                : 'progress.scores.notTold'
          }
        />
      }
    >
      {unlisted.map((type) => (
        <p key={type} className={styles['unlisted']}>
          <FormattedMessage id="progress.scores.unlisted" values={{ type: <bdi key="type">{type}</bdi> }} />
        </p>
      ))}
      {count > IN_SIGHT ? (
        <div className={styles['all']}>
          <Button
            size="small"
            onPress={() => setOpen(new Set(isAllOpen ? [] : lists.map((_, index) => index)))}
          >
            <FormattedMessage id={isAllOpen ? 'progress.scores.closeAll' : 'progress.scores.openAll'} />
          </Button>
        </div>
      ) : null}
      <div className={styles['groups']}>
        {lists.map((list, index) => (
          <ScoreGroup
            // Sections have no id, and may share a name.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            list={list}
            progress={progress}
            names={names}
            isOpen={open.has(index)}
            onToggle={(isOpen) => setOpen((before) => toggled(before, index, isOpen))}
          />
        ))}
      </div>
    </Section>
  )
}

function toggled(open: ReadonlySet<number>, index: number, isOpen: boolean): ReadonlySet<number> {
  if (open.has(index) === isOpen) return open
  const next = new Set(open)
  if (isOpen) next.add(index)
  else next.delete(index)
  return next
}
