import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

/**
 * Gives react-aria the language of the page, which is not always the browser's: it rules on which side a menu opens and
 * which way its arrow keys go. It stands inside each widget that loads when opened, so that the first page stays light.
 */
export function AriaLocale({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={document.documentElement.lang || 'en'}>{children}</I18nProvider>
}
