import { render } from '@testing-library/react'
import { createElement } from 'react'
import { MemoryRouter } from 'react-router'
import { vi } from 'vitest'
import { type Control, createControl } from '#mocks/control.ts'
import { RequestLog } from '#mocks/log.ts'
import { tabMemory } from '#mocks/tab.ts'
import { ControlRoom } from './ControlRoom.tsx'
import { Pill } from './Pill.tsx'
import type { RoomView } from './memory.ts'
import { type Room, RoomProvider, createRoom } from './room.ts'

/** Stands for the reload of a page. */
export const reload = vi.fn<() => void>()

/** Gives what a page of mock mode starts with, the tab being this test's session storage. */
export async function openRoom(query = ''): Promise<Room> {
  const log = new RequestLog()
  const control: Control = await createControl(
    new URL(`/?${query}`, location.href),
    tabMemory(sessionStorage),
    {
      report: (problem) => {
        throw problem
      },
      log,
    },
  )
  return createRoom(control, log, reload)
}

/** Shows the pill of a page that was just loaded. */
export async function openPill(query = ''): Promise<Room> {
  const room = await openRoom(query)
  render(createElement(MemoryRouter, null, createElement(Pill, { room })))
  return room
}

/** Shows a part of the control room. */
export async function showRoom(view: RoomView, query = ''): Promise<Room> {
  const room = await openRoom(query)
  const content = createElement(ControlRoom, { place: 'page', view, onView: () => undefined })
  render(createElement(RoomProvider, { value: room }, content))
  return room
}
