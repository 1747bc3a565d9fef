import { withoutSettings } from '#mocks/settings.ts'

/**
 * Gives a link that opens a page, with its own query, on a simulated LMS set up in one way.
 * @param address of the page as it stands
 * @param settings query of `mock.` parameters
 */
export function linkTo(address: URL, settings: string): string {
  const page = new URL(withoutSettings(address), address)
  // Put together by hand, so that the page's own parameters stay as they were written.
  page.search = [page.search.slice(1), settings].filter(Boolean).join('&')
  return page.href
}
