import { screen } from '@testing-library/react'
import { test } from 'vitest'
import { COURSE_KEYS } from '#mocks/scenarios/team.ts'
import { path } from '#src/paths.ts'
import { renderApp } from '#src/testing.tsx'

const courseId = COURSE_KEYS.statistics
const hw = (n: string) => `block-v1:MITx+18.05+2026_Autumn+type@sequential+block@hw_${n}`

test('x', async () => {
  const { lms } = await renderApp(path.override({ courseId, learnerId: '1003', subsectionId: hw('03') }))
  await screen.findByRole('textbox', { name: 'New score' })
  console.log(lms.requests, document.activeElement?.outerHTML.slice(0, 200))
  console.log(screen.getByRole('complementary').innerHTML)
  console.log(screen.queryAllByRole('gridcell').length, screen.getByRole('grid').outerHTML.slice(0, 1500))
})
