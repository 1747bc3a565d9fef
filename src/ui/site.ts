import { createContext, useContext } from 'react'

const Site = createContext('')

/** Gives the site's name to everything below. */
export const SiteProvider = Site.Provider

/** Gives the site's name. */
export function useSiteName(): string {
  return useContext(Site)
}
