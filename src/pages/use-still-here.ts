import { type RefObject, useEffect, useRef } from 'react'
import { useNavigation } from 'react-router'

/**
 * Tells whether one is still here, and not on the way to another page: a reply that comes late is to lead nobody away from
 * where they went meanwhile.
 */
export function useStillHere(): Readonly<RefObject<boolean>> {
  const isHere = useRef(true)
  const { state } = useNavigation()
  useEffect(() => {
    // The page stands until the next one is read.
    isHere.current = state === 'idle'
    return () => {
      isHere.current = false
    }
  }, [state])
  return isHere
}
