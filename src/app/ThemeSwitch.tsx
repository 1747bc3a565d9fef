import { useIntl } from 'react-intl'
import styles from './Shell.module.css'
import { THEMES, type Theme, setTheme, useTheme } from './theme.ts'

const SYMBOL: Record<Theme, string> = { system: '◐', light: '☀', dark: '☾' }

/** One button that goes round: system, light, dark. Its name says what is on and what comes next. */
export function ThemeSwitch() {
  const intl = useIntl()
  const theme = useTheme()
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  const name = (of: Theme) => intl.formatMessage({ id: `theme.${of}` })
  const label = intl.formatMessage({ id: 'theme.switch' }, { now: name(theme), next: name(next) })
  return (
    <button
      type="button"
      className={styles['icon']}
      aria-label={label}
      title={label}
      onClick={() => setTheme(next)}
    >
      <span aria-hidden>{SYMBOL[theme]}</span>
    </button>
  )
}
