import { type ReactNode, Suspense, lazy } from 'react'
import { lms } from '#src/lms/connect.ts'
import { LmsError } from '#src/lms/errors.ts'
import { SignInLink } from './SignInLink.tsx'

interface RemedyProps {
  readonly error: unknown
  /** What else helps: a button to try again, most often. */
  readonly children?: ReactNode
}

const TokenForm = lazy(() => import('./TokenForm.tsx'))

/** The way on from a failure: signing in, or a token, where that is what is missing, else what is given. */
export function Remedy({ error, children }: RemedyProps) {
  if (!(error instanceof LmsError) || error.kind !== 'unauthenticated') return children
  if (!lms().token) return <SignInLink />
  return (
    <Suspense fallback={null}>
      <TokenForm />
    </Suspense>
  )
}
