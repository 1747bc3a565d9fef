import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import { Link, isRouteErrorResponse, useLocation, useRevalidator, useRouteError } from 'react-router'
import { errorWords } from '#src/i18n/error-words.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import { path } from '#src/paths.ts'
import { Button } from '#src/ui/Button.tsx'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import { Problem } from '#src/ui/Problem.tsx'
import { NotFound } from './NotFound.tsx'
import { useFocusHeadingAfter } from './focus-heading.ts'
import { isStalePage } from './lazy-page.ts'

/** What stands on a page whose loader or component failed. */
export function PageError() {
  const intl = useIntl()
  const error = useRouteError()
  const { key } = useLocation()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  if (isStalePage(error)) return <StalePage />
  const words = errorWords(intl, error)
  return (
    <>
      <PageTitle parts={[words.title]} />
      <Problem
        title={words.title}
        text={words.text}
        detail={words.detail}
        actions={
          <Remedy error={error}>
            <RetryButton key={key} />
            <Link to={path.courses({ all: true })}>{intl.formatMessage({ id: 'error.toCourses' })}</Link>
          </Remedy>
        }
      />
    </>
  )
}

function RetryButton() {
  const intl = useIntl()
  const revalidator = useRevalidator()
  const cache = useQueryClient()
  const button = useRef<HTMLButtonElement>(null)
  useFocusHeadingAfter(button)
  return (
    <Button
      ref={button}
      variant="primary"
      isPending={revalidator.state === 'loading'}
      onPress={() => {
        cache.clear()
        void revalidator.revalidate()
      }}
    >
      {intl.formatMessage({ id: 'error.retry' })}
    </Button>
  )
}

function StalePage() {
  const intl = useIntl()
  const title = intl.formatMessage({ id: 'error.stale.title' })
  return (
    <>
      <PageTitle parts={[title]} />
      <Problem
        title={title}
        text={intl.formatMessage({ id: 'error.stale.text' })}
        actions={
          <Button variant="primary" onPress={() => location.reload()}>
            {intl.formatMessage({ id: 'error.stale.action' })}
          </Button>
        }
      />
    </>
  )
}
