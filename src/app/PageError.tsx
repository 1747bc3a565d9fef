import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { useIntl } from 'react-intl'
import {
  Link,
  isRouteErrorResponse,
  useLocation,
  useMatches,
  useParams,
  useRevalidator,
  useRouteError,
} from 'react-router'
import { type ErrorWords, errorWords } from '#src/i18n/error-words.ts'
import { LmsError } from '#src/lms/errors.ts'
import { Remedy } from '#src/pages/Remedy.tsx'
import type { PageHandle } from '#src/pages/page-handle.ts'
import { path } from '#src/paths.ts'
import { Button } from '#src/ui/Button.tsx'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import { Problem } from '#src/ui/Problem.tsx'
import { NotFound } from './NotFound.tsx'
import { useFocusHeadingAfter } from './focus-heading.ts'
import { isStalePage } from './lazy-page.ts'

/** What stands on a page whose loader or component failed. */
export function PageError() {
  const error = useRouteError()
  const matches = useMatches()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  if (isStalePage(error)) return <StalePage />
  const Refusal = (matches.at(-1)?.handle as PageHandle | undefined)?.Refusal
  if (Refusal && error instanceof LmsError) {
    return (
      <Refusal error={error}>
        {(words, ways) => <LoadProblem error={error} words={words} ways={ways} />}
      </Refusal>
    )
  }
  const isKeptOut = error instanceof LmsError && error.details.reason === 'no-right'
  return <LoadProblem error={error} ways={isKeptOut ? <OwnProgress /> : null} />
}

interface LoadProblemProps {
  readonly error: unknown
  /** In place of the usual words. */
  readonly words?: ErrorWords | undefined
  /** Links that lead on, beside trying again and the list of courses. */
  readonly ways: ReactNode
}

function LoadProblem({ error, words: given, ways }: LoadProblemProps) {
  const intl = useIntl()
  const { key } = useLocation()
  const words = given ?? errorWords(intl, error)
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
            {ways}
            <Link to={path.courses({ all: true })}>{intl.formatMessage({ id: 'error.toCourses' })}</Link>
          </Remedy>
        }
      />
    </>
  )
}

/** Who may not see everybody's grades may see their own. */
function OwnProgress() {
  const intl = useIntl()
  const { courseId } = useParams()
  if (courseId === undefined) return null
  return <Link to={path.progress({ courseId })}>{intl.formatMessage({ id: 'error.toProgress' })}</Link>
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
