import type { ReactNode } from 'react'
import { LmsError } from '#src/lms/errors.ts'
import { SignInLink } from './SignInLink.tsx'

interface RemedyProps {
  readonly error: unknown
  /** What else helps: a button to try again, most often. */
  readonly children?: ReactNode
}

/** The way on from a failure: signing in where that is what is missing, else what is given. */
export function Remedy({ error, children }: RemedyProps) {
  return error instanceof LmsError && error.kind === 'unauthenticated' ? <SignInLink /> : children
}
