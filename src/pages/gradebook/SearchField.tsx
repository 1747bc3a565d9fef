import { useEffect, useEffectEvent, useState } from 'react'
import { useIntl } from 'react-intl'
import styles from './Toolbar.module.css'

/** Milliseconds after the last letter before the search text is taken up. */
const PAUSE = 250

interface SearchFieldProps {
  readonly text: string
  readonly onSearch: (text: string) => void
}

/** Searches learners while one types; Escape empties it. */
export function SearchField({ text, onSearch }: SearchFieldProps) {
  const intl = useIntl()
  const [typed, setTyped] = useState(text)
  const [known, setKnown] = useState(text)
  if (known !== text) {
    // Back, Forward or a removed chip: the field follows.
    setKnown(text)
    setTyped(text)
  }
  const take = useEffectEvent((value: string) => onSearch(value))
  useEffect(() => {
    if (typed === text) return
    const timer = setTimeout(() => take(typed), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, text])
  return (
    <input
      type="search"
      className={styles['search']}
      value={typed}
      aria-label={intl.formatMessage({ id: 'gradebook.search.label' })}
      placeholder={intl.formatMessage({ id: 'gradebook.search.placeholder' })}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSearch(typed)
        if (event.key === 'Escape') setTyped('')
      }}
    />
  )
}
