import { useIntl } from 'react-intl'
import { Link } from 'react-router'
import { path } from '#src/paths.ts'
import { PageTitle } from '#src/ui/PageTitle.tsx'
import { Problem } from '#src/ui/Problem.tsx'

/** Nothing is at this address. */
export function NotFound() {
  const intl = useIntl()
  const title = intl.formatMessage({ id: 'error.noPage.title' })
  return (
    <>
      <PageTitle parts={[title]} />
      <Problem
        title={title}
        text={intl.formatMessage({ id: 'error.noPage.text' })}
        actions={
          <Link to={path.courses({ all: true })}>{intl.formatMessage({ id: 'error.toCourses' })}</Link>
        }
      />
    </>
  )
}
