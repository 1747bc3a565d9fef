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
  const [sent, setSent] = useState(text)
  if (known !== text) {
    setKnown(text)
    if (text !== sent) {
      // Back, Forward or a removed chip: the field follows. Its own text coming back must not undo what was typed since.
      setSent(text)
      setTyped(text)
    }
  }
  const send = (value: string) => {
    setSent(value)
    onSearch(value)
  }
  const take = useEffectEvent(send)
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
        if (event.key === 'Enter') send(typed)
        if (event.key === 'Escape') setTyped('')
      }}
    />
  )
}
