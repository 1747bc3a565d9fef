import type { Problem } from '#mocks/lms/course-model.ts'
import { solutionsOf } from '#mocks/lms/submissions.ts'

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Writes a problem as its author would have: a number to find for each part. */
export function problemXml(problem: Problem): string {
  const { name, weight } = problem
  const attributes = [`display_name="${escape(name)}"`, ...(weight === null ? [] : [`weight="${weight}"`])]
  const parts = solutionsOf(problem).map(
    (answer) => `  <numericalresponse answer="${answer}"><formulaequationinput/></numericalresponse>\n`,
  )
  return `<problem ${attributes.join(' ')}>\n  <p>${escape(name)}</p>\n${parts.join('')}</problem>\n`
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)
}
