import { Field } from '#src/ui/Field.tsx'
import type { Persona } from '#mocks/lms/model.ts'
import { scenarios } from '#mocks/scenarios/scenarios.ts'
import { backends } from '#mocks/settings.ts'
import { personaSentences, personas } from '#mocks/session.ts'
import { useRoom, useView } from './room.ts'

/** Chooses who is asking, and the school. */
export function Who() {
  const { control, reload } = useRoom()
  const { user, scenario, backend } = useView(control)
  return (
    <>
      <Choice
        name="user"
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
        name="scenario"
        label="Scenario"
        value={scenario}
        options={Object.keys(scenarios)}
        description={scenarios[scenario]?.sentence ?? ''}
        choose={(chosen) => {
          control.change({ scenario: chosen })
          reload()
        }}
      />
      <Choice
        name="backend"
        label="Grades API that the screens speak"
        value={backend ?? backends[0]}
        options={backends}
        description="The school answers all of them at any time."
        choose={(chosen) => {
          control.change({ backend: backends.find((name) => name === chosen) })
          reload()
        }}
      />
    </>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly string[]
  readonly description: string
  readonly choose: (value: string) => void
}

function Choice({ name, label, value, options, description, choose }: ChoiceProps) {
  return (
    <Field label={label} description={description}>
      {(field) => (
        <select {...field} name={name} value={value} onChange={(event) => choose(event.target.value)}>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
    </Field>
  )
}
