import { act, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { renderApp } from '#src/testing.tsx'
import { setTheme } from './theme.ts'

afterEach(() => act(() => setTheme('system')))

const shown = () => document.documentElement.dataset['theme']
const button = () => screen.getByRole('button', { name: /^Theme/ })

test('one button goes round the themes, says what is on, and keeps the choice', async () => {
  const { user } = await renderApp('/')
  const names = [button().ariaLabel]
  expect(shown()).toBeUndefined()
  await user.click(button())
  names.push(button().ariaLabel)
  expect(shown()).toBe('light')
  expect(localStorage.getItem('rollbook.theme')).toBe('light')
  await user.click(button())
  names.push(button().ariaLabel)
  expect(shown()).toBe('dark')
  expect(new Set(names).size).toBe(3)
  await user.click(button())
  expect(shown()).toBeUndefined()
  expect(localStorage.getItem('rollbook.theme')).toBe('system')
})
