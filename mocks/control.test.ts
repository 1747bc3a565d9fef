import { describe, expect, test } from 'vitest'
import { accountIn } from './world.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import { type Control, createControl } from './control.ts'
import { type Tab, tabMemory } from './tab.ts'

/** What a tab keeps: enough of `sessionStorage` to survive a reload. */
class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>()
  get length(): number {
    return this.#items.size
  }
  clear(): void {
    this.#items.clear()
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null
  }
  removeItem(key: string): void {
    this.#items.delete(key)
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value)
  }
}

function fail(problem: Error): never {
  throw problem
}

function newTab(): { storage: Storage; tab: Tab; open: (address: string) => Control } {
  const storage = new MemoryStorage()
  const tab = tabMemory(storage)
  return { storage, tab, open: (path) => createControl(new URL(path, 'http://localhost:1994'), tab, fail) }
}

/** Does what a bulk update does, and hands the journal to the host as serving does. */
function write({ world }: Control): void {
  const [course] = world.school.world.courses
  const by = accountIn(world, 'instructor')
  const place = course && gradedSubsections(course)[0]
  if (!course || !by || !place) throw new Error('The school has no course to write in')
  applyOverride(world.school, course, by, {
    userId: 11,
    usageKey: place.subsection.key,
    grade: { earnedGraded: 1 },
  })
  world.host.onWrite?.(world.school.journal)
}

describe('a tab', () => {
  test('begins with the instructor in the default scenario', () => {
    const control = newTab().open('/')
    expect(control.summary()).toBe('Simulated LMS · instructor · default')
    expect(control).toMatchObject({ locale: null, notices: [], cleanAddress: null })
    expect(control.now()).toEqual(new Date('2026-11-20T09:00:00Z'))
  })

  test('keeps what a link says, and what it said before', () => {
    const { open } = newTab()
    const first = open('/x?mock.user=learner&mock.locale=ar-XB&sort=name')
    expect(first.cleanAddress).toBe('/x?sort=name')
    expect(first.locale).toBe('ar-XB')
    const second = open('/y?mock.scenario=frozen&mock.learners=9')
    expect(second.summary()).toBe('Simulated LMS · learner · frozen')
    const reloaded = open('/y')
    expect(reloaded.world.options).toMatchObject({ user: 'learner', scenario: 'frozen', learners: 9 })
    expect(reloaded.locale).toBe('ar-XB')
  })

  test('says what it cannot use, and goes on with the rest', () => {
    const control = newTab().open('/?mock.user=king&mock.scenario=frozen&mock.world=shared')
    expect(control.notices).toEqual([
      expect.stringMatching(/^There is no user “king”/),
      expect.stringMatching(/^mock\.world names a world of npm run lms/),
    ])
    expect(control.summary()).toBe('Simulated LMS · instructor · frozen')
    expect(control.cleanAddress).toBe('/')
  })

  test('keeps what was written over a reload, and the time with it', () => {
    const { open } = newTab()
    const before = open('/')
    write(before)
    const after = open('/?mock.user=limited-staff&mock.faults=latency')
    expect(after.world.school.journal).toEqual(before.world.school.journal)
    expect(after.world.school.overrides).toEqual(before.world.school.overrides)
    expect(after.now()).toEqual(before.now())
  })

  test('forgets it when another school is asked for, or on demand', () => {
    const { open } = newTab()
    write(open('/'))
    expect(open('/?mock.learners=5').world.school.journal).toEqual([])
    write(open('/'))
    open('/').reset()
    expect(open('/').world.school.journal).toEqual([])
  })

  test('starts anew where what it kept cannot be read', () => {
    const { open, tab, storage } = newTab()
    tab.writeJournal([{ kind: 'override', courseKey: 'course-v1:gone+x+y', by: 1, item: {} }])
    expect(open('/').world.school.journal).toEqual([])
    for (const key of Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) {
      storage.setItem(key, '{')
    }
    expect(open('/').summary()).toBe('Simulated LMS · instructor · default')
  })

  test('changes while it runs, and gives a link to exactly that', () => {
    const { open } = newTab()
    const control = open('/?mock.latency=20')
    control.change({ faults: ['offline', 'save-500'] })
    expect([...control.world.faults]).toEqual(['offline', 'save-500'])
    const copy = newTab().open(`/?${control.link()}`)
    expect(copy.world.options).toEqual(control.world.options)
    expect([...open('/').world.faults]).toEqual(['offline', 'save-500'])
  })
})
