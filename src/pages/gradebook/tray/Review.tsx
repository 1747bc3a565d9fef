import '#src/i18n/later-messages.ts'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GradingInfo } from '#src/domain/course.ts'
import { editsByLearner } from '#src/domain/edits-read.ts'
import { type Edit, cellKey } from '#src/domain/edits-state.ts'
import { displayName } from '#src/domain/view.ts'
import type { Gradebook } from '#src/lms/gradebook.ts'
import type { Tray } from '#src/lms/tray.ts'
import { Button } from '#src/ui/Button.tsx'
import { Segmented } from '#src/ui/Segmented.tsx'
import { CommonReason } from './CommonReason.tsx'
import { Dialog } from './Dialog.tsx'
import { ReviewLine } from './ReviewLine.tsx'
import { Total } from './Total.tsx'
import styles from './Review.module.css'
import { type Grouping, type Shown, belongsTo, firstGroups, totalAfter } from './reviewed.ts'
import { useTray } from './use-tray.ts'

/** Changes drawn at once. */
const PAGE = 100
const PARTS: readonly Shown[] = ['all', 'losses', 'refused', 'conflict', 'unknown']

interface ReviewProps {
  readonly gradebook: Gradebook
  readonly info: GradingInfo
  readonly tray: Tray
  /** Why nothing can be saved; null where it can. */
  readonly locked: string | null
  readonly onSave: () => void
  readonly onRetry: () => void
  readonly onClose: () => void
}

/** Every change that is not saved, as was and will be, with what it does to totals, and why. */
export default function Review({ gradebook, info, tray, locked, onSave, onRetry, onClose }: ReviewProps) {
  const intl = useIntl()
  const { state, edits } = useTray(gradebook)
  const [part, setPart] = useState<Shown>('all')
  const [grouping, setGrouping] = useState<Grouping>('learner')
  const [most, setMost] = useState(PAGE)
  const [isTooLong, setTooLong] = useState(false)
  const { sheet, edits: store } = gradebook
  const { reasonLength, estimatesTotals } = gradebook.lms.capabilities

  const all = [...edits.edits.values()]
  const counts = new Map(PARTS.map((one) => [one, all.filter((edit) => belongsTo(one, edit)).length]))
  const shownPart = (counts.get(part) ?? 0) > 0 ? part : 'all'
  const shown = all.filter((edit) => belongsTo(shownPart, edit))
  const groups = firstGroups(shown, grouping, most)
  const byLearner = editsByLearner(edits)
  const conflicts = shown.filter(({ status }) => status.kind === 'conflict')
  const staged = all.filter(({ status }) => status.kind === 'staged').length
  const refused = counts.get('refused') ?? 0
  const isBusy = state.work !== null && !state.isQuiet
  const nameOf = (edit: Edit) => {
    const learner = tray.learner(edit.learnerId)
    return learner ? displayName(learner) : intl.formatMessage({ id: 'tray.someone' }, { id: edit.learnerId })
  }
  const titleOf = ({ subsectionId }: Edit) =>
    sheet.columns[sheet.column(subsectionId)]?.name ??
    info.subsections.find(({ id }) => id === subsectionId)?.name ??
    subsectionId

  return (
    <Dialog
      isWide
      title={intl.formatMessage({ id: 'tray.review.title' }, { count: all.length })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="tray.close" />
          </Button>
          {refused > 0 ? (
            <Button
              isDisabled={isBusy || isTooLong}
              unavailable={locked}
              onPress={() => {
                onClose()
                onRetry()
              }}
            >
              <FormattedMessage id="tray.retry" />
            </Button>
          ) : null}
          {staged > 0 ? (
            <Button
              variant="primary"
              isDisabled={isBusy || isTooLong}
              unavailable={locked}
              onPress={() => {
                onClose()
                onSave()
              }}
            >
              <FormattedMessage id="tray.review.save" values={{ count: staged }} />
            </Button>
          ) : null}
        </>
      }
    >
      {all.length === 0 ? (
        <p>
          <FormattedMessage id="tray.review.none" />
        </p>
      ) : (
        <>
          <div className={styles['tools']}>
            <Segmented
              label={intl.formatMessage({ id: 'tray.review.part' })}
              value={shownPart}
              options={PARTS.filter((one) => one === 'all' || (counts.get(one) ?? 0) > 0).map((value) => ({
                value,
                label: intl.formatMessage(
                  { id: 'tray.review.parts' },
                  { part: value, count: counts.get(value) ?? 0 },
                ),
              }))}
              onChange={(value) => {
                setPart(value)
                setMost(PAGE)
              }}
            />
            <Segmented
              label={intl.formatMessage({ id: 'tray.review.grouping' })}
              value={grouping}
              options={(['learner', 'assignment'] as const).map((value) => ({
                value,
                label: intl.formatMessage({ id: 'tray.review.by' }, { by: value }),
              }))}
              onChange={setGrouping}
            />
          </div>
          {reasonLength > 0 ? (
            <CommonReason gradebook={gradebook} edits={shown} onTooLong={setTooLong} />
          ) : null}
          {conflicts.length > 1 ? (
            <p className={styles['decide']}>
              <FormattedMessage id="tray.conflict.all" values={{ count: conflicts.length }} />
              <Button size="small" onPress={() => store.dispatch({ type: 'take-theirs', cells: conflicts })}>
                <FormattedMessage id="tray.conflict.takeTheirs" />
              </Button>
              <Button size="small" onPress={() => store.dispatch({ type: 'keep-mine', cells: conflicts })}>
                <FormattedMessage id="tray.conflict.keepMine" />
              </Button>
            </p>
          ) : null}
          {groups.map(([id, members]) => (
            <section key={id} className={styles['group']} aria-labelledby={`review-${id}`}>
              <header>
                <h3 id={`review-${id}`}>
                  <bdi>
                    {members[0] && (grouping === 'learner' ? nameOf(members[0]) : titleOf(members[0]))}
                  </bdi>
                </h3>
                {estimatesTotals && grouping === 'learner' ? (
                  <Total change={totalAfter(info, sheet, id, byLearner.get(id) ?? [])} />
                ) : null}
              </header>
              <ul>
                {members.map((edit) => (
                  <ReviewLine
                    key={cellKey(edit)}
                    store={store}
                    edit={edit}
                    possible={sheet.possible(sheet.column(edit.subsectionId))}
                    name={grouping === 'learner' ? titleOf(edit) : nameOf(edit)}
                    full={`${titleOf(edit)}, ${nameOf(edit)}`}
                    most={reasonLength}
                  >
                    {estimatesTotals && grouping === 'assignment' ? (
                      <Total
                        change={totalAfter(info, sheet, edit.learnerId, byLearner.get(edit.learnerId) ?? [])}
                      />
                    ) : null}
                  </ReviewLine>
                ))}
              </ul>
            </section>
          ))}
          {shown.length > most ? (
            <Button onPress={() => setMost(most + PAGE)}>
              <FormattedMessage
                id="tray.review.more"
                values={{ count: Math.min(PAGE, shown.length - most), left: shown.length - most }}
              />
            </Button>
          ) : null}
        </>
      )}
    </Dialog>
  )
}
