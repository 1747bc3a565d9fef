import { createContext, useContext } from 'react'

const Now = createContext<() => Date>(() => {
  throw new Error('No clock was given')
})

/** Gives the clock to everything below: the device's, or the simulated LMS's in mock mode. */
export const NowProvider = Now.Provider

/** Gives the function that tells the time. Nothing else in the app may ask the device. */
export function useNow(): () => Date {
  return useContext(Now)
}
