import { faultNames, faults } from '#mocks/faults.ts'
import styles from './Settings.module.css'
import { useRoom, useView } from './room.ts'

/** Switches faults on and off; the page stays. */
export function Faults() {
  const { control } = useRoom()
  const { faults: active } = useView(control)
  return (
    <fieldset className={styles['faults']}>
      <legend>Faults, from the next request on</legend>
      {faultNames.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            name={`fault-${name}`}
            checked={active.includes(name)}
            onChange={(event) => {
              const isOn = event.target.checked
              control.change({
                faults: faultNames.filter((other) => (other === name ? isOn : active.includes(other))),
              })
            }}
          />
          <span>
            {name} <small>{faults[name].sentence}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
