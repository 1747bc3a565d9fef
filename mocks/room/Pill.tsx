import { type ReactNode, useId, useState } from 'react'
import { Field } from '#src/ui/Field.tsx'
import type { Persona } from '#mocks/lms/model.ts'
import { scenarios } from '#mocks/scenarios/scenarios.ts'
import type { Control } from '#mocks/control.ts'
import { type FaultName, faultNames, faults } from '#mocks/faults.ts'
import { personaSentences, personas } from '#mocks/session.ts'
import { Actions } from './Actions.tsx'
import styles from './Pill.module.css'

interface PillProps {
  readonly control: Control
  /** Loads the page again: what is on it belongs to the world as it was. */
  readonly reload: () => void
}

/**
 * Says that the LMS is simulated, who is asking, which scenario it is and how many faults are on; opens what changes them. Not for production,
 * so its words are English only.
 */
export function Pill({ control, reload }: PillProps) {
  const id = useId()
  const [active, setActive] = useState<readonly FaultName[]>([...control.world.faults])
  const toggle = (name: FaultName, on: boolean) => {
    const next = faultNames.filter((other) => (other === name ? on : active.includes(other)))
    control.change({ faults: next })
    setActive(next)
  }
  return (
    <>
      <button
        type="button"
        className={styles['pill']}
        popoverTarget={id}
        data-notice={control.notices.length > 0 || active.length > 0 || undefined}
      >
        <span className={styles['long']}>
          {[control.summary(), ...faultCount(active.length)].join(' · ')}
        </span>
        <span className={styles['short']} aria-hidden>
          {control.world.options.user}
        </span>
      </button>
      <section id={id} popover="auto" className={styles['panel']} aria-label="Simulated LMS">
        {control.notices.map((notice) => (
          <p key={notice} className={styles['notice']}>
            {notice}
          </p>
        ))}
        <Who control={control} reload={reload} />
        <Actions control={control} reload={reload} />
        <Faults active={active} toggle={toggle} />
      </section>
    </>
  )
}

function Who({ control, reload }: PillProps) {
  const { user, scenario } = control.world.options
  return (
    <>
      <Choice
        label="Who is asking"
        value={user}
        options={personas}
        description={personaSentences[user]}
        choose={(chosen) => {
          control.change({ user: chosen as Persona })
          reload()
        }}
      />
      <Choice
        label="Scenario"
        value={scenario}
        options={Object.keys(scenarios)}
        description={scenarios[scenario]?.sentence}
        choose={(chosen) => {
          control.change({ scenario: chosen })
          reload()
        }}
      />
    </>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly string[]
  readonly description: ReactNode
  readonly choose: (value: string) => void
}

function Choice({ label, value, options, description, choose }: ChoiceProps) {
  return (
    <Field label={label} description={description}>
      {(field) => (
        <select {...field} value={value} onChange={(event) => choose(event.target.value)}>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
    </Field>
  )
}

function faultCount(count: number): string[] {
  return count === 0 ? [] : [count === 1 ? '1 fault' : `${count} faults`]
}

interface FaultsProps {
  readonly active: readonly FaultName[]
  readonly toggle: (name: FaultName, on: boolean) => void
}

function Faults({ active, toggle }: FaultsProps) {
  return (
    <fieldset className={styles['faults']}>
      <legend>Faults, from the next request on</legend>
      {faultNames.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={active.includes(name)}
            onChange={(event) => toggle(name, event.target.checked)}
          />
          <span>
            {name} <small>{faults[name].sentence}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
