import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { IntlProvider } from 'react-intl'
import { type DataRouter, RouterProvider } from 'react-router'
import { queryClient } from '#src/lms/query.ts'
import { NowProvider } from '#src/ui/now.ts'
import { SiteProvider } from '#src/ui/site.ts'
import type { World } from './world.ts'

/** The app in its world: language, clock, cache, routes. */
export function App({ world, router }: { world: World; router: DataRouter }) {
  const { language, config, now } = world
  useEffect(() => {
    document.documentElement.lang = language.locale
    document.documentElement.dir = language.direction
  }, [language])
  return (
    <IntlProvider locale={language.locale} messages={language.messages} defaultLocale="en">
      <NowProvider value={now}>
        <SiteProvider value={config.siteName}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </SiteProvider>
      </NowProvider>
    </IntlProvider>
  )
}
