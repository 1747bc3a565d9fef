const INDENT = '  '

/**
 * Writes JSON over several lines. Works on the text as it is, so that numbers stay as they were written and a text that
 * was cut off is shown as far as it goes. Any other text stays as it is.
 */
export function pretty(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text
  let depth = 0
  let written = ''
  // A whole string, an empty pair of brackets, a sign, or a run of anything else.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|\[\s*\]|\{\s*\}|[[\]{},:]|[^\s"[\]{},:]+/g)) {
    if (token === '}' || token === ']') {
      depth = Math.max(0, depth - 1)
      written += `\n${INDENT.repeat(depth)}${token}`
    } else if (token === '{' || token === '[') {
      depth += 1
      written += `${token}\n${INDENT.repeat(depth)}`
    } else if (token === ',') {
      written += `,\n${INDENT.repeat(depth)}`
    } else {
      written += token === ':' ? ': ' : token.replace(/^([[{])\s*([\]}])$/, '$1$2')
    }
  }
  return written
}
