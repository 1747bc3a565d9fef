import { useSiteName } from './site.ts'

/** Sets the document's title: `Gradebook · Demo Course · <site>`. */
export function PageTitle({ parts }: { parts: readonly string[] }) {
  return <title>{[...parts, useSiteName()].join(' · ')}</title>
}
