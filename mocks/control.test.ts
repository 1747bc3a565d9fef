import { describe, expect, test } from 'vitest'
import { accountIn } from './world.ts'
import type { Write } from '#mocks/lms/write-model.ts'
import { applyOverride } from '#mocks/lms/overrides.ts'
import { gradedSubsections } from '#mocks/lms/outline.ts'
import { type Control, createControl } from './control.ts'
import { packJournal } from './packed.ts'
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

function newTab(): { storage: Storage; tab: Tab; open: (address: string) => Promise<Control> } {
  const storage = new MemoryStorage()
  const tab = tabMemory(storage)
  return {
    storage,
    tab,
    open: (path) => createControl(new URL(path, 'http://localhost:1994'), tab, { report: fail }),
  }
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
  test('begins with the instructor in the default scenario', async () => {
    const control = await newTab().open('/')
    expect(control.summary()).toBe('Simulated LMS · instructor · default')
    expect(control).toMatchObject({ locale: null, notices: [], cleanAddress: null })
    expect(control.now()).toEqual(new Date('2026-11-20T09:00:00Z'))
  })

  test('names the school that it shows, so that nothing kept of one turns up in another', async () => {
    const sites = await Promise.all(
      ['/', '/?mock.user=learner', '/?mock.scenario=frozen', '/?mock.learners=9', '/?mock.subsections=9'].map(
        async (address) => (await newTab().open(address)).site,
      ),
    )
    expect(sites[1]).toBe(sites[0])
    expect(new Set(sites).size).toBe(4)
  })

  test('keeps what a link says, and what it said before', async () => {
    const { open } = newTab()
    const first = await open('/x?mock.user=learner&mock.locale=ar-XB&sort=name')
    expect(first.cleanAddress).toBe('/x?sort=name')
    expect(first.locale).toBe('ar-XB')
    const second = await open('/y?mock.scenario=frozen&mock.learners=9')
    expect(second.summary()).toBe('Simulated LMS · learner · frozen')
    const reloaded = await open('/y')
    expect(reloaded.world.options).toMatchObject({ user: 'learner', scenario: 'frozen', learners: 9 })
    expect(reloaded.locale).toBe('ar-XB')
  })

  test('says what it cannot use, and goes on with the rest', async () => {
    const control = await newTab().open('/?mock.user=king&mock.scenario=frozen&mock.world=shared')
    expect(control.notices).toEqual([
      expect.stringMatching(/^There is no user “king”/),
      expect.stringMatching(/^mock\.world names a world of npm run lms/),
    ])
    expect(control.summary()).toBe('Simulated LMS · instructor · frozen')
    expect(control.cleanAddress).toBe('/')
  })

  test('keeps what was written over a reload, and the time with it', async () => {
    const { open } = newTab()
    const before = await open('/')
    write(before)
    const after = await open('/?mock.user=limited-staff&mock.faults=latency')
    expect(after.world.school.journal).toEqual(before.world.school.journal)
    expect(after.world.school.overrides).toEqual(before.world.school.overrides)
    expect(after.now()).toEqual(before.now())
  })

  test('forgets it when another school is asked for, or on demand', async () => {
    const { open } = newTab()
    write(await open('/'))
    expect((await open('/?mock.learners=5')).world.school.journal).toEqual([])
    write(await open('/'))
    ;(await open('/')).reset()
    expect((await open('/')).world.school.journal).toEqual([])
  })

  test('starts anew where what it kept cannot be read', async () => {
    const { open, tab, storage } = newTab()
    tab.writeJournal([{ kind: 'override', courseKey: 'course-v1:gone+x+y', by: 1, item: {} }])
    expect((await open('/')).world.school.journal).toEqual([])
    tab.writeJournal([
      { kind: 'clock', at: 5 },
      // What no type allows, a file may hold.
      { kind: 'score', courseKey: 'a/b/c', userId: 1, problemKey: 'p', earned: '1' } as unknown as Write,
    ])
    expect((await open('/')).world.school.journal).toEqual([])
    for (const key of Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')) {
      storage.setItem(key, '{')
    }
    expect((await open('/')).summary()).toBe('Simulated LMS · instructor · default')
  })

  test('changes while it runs, and gives a link to exactly that', async () => {
    const { open } = newTab()
    const control = await open('/?mock.latency=20')
    control.change({ faults: ['offline', 'save-500'] })
    expect([...control.world.faults]).toEqual(['offline', 'save-500'])
    const copy = await newTab().open(`/?${(await control.link()).query}`)
    expect(copy.world.options).toEqual(control.world.options)
    expect([...(await open('/')).world.faults]).toEqual(['offline', 'save-500'])
  })
})

describe('a state', () => {
  test('travels by link: the settings, the clock, and what was written', async () => {
    const control = await newTab().open('/?mock.user=learner&mock.locale=ar-XB')
    control.change({ now: '2026-12-24T12:00:00.000Z' })
    const clock = await control.link()
    expect(clock).toEqual({ query: expect.stringContaining('mock.now=2026-12-24'), isComplete: true })
    write(control)
    const { query, isComplete } = await control.link()
    expect(isComplete).toBe(true)
    expect(query).toContain('mock.state=')

    const { open } = newTab()
    const copy = await open(`/?${query}`)
    expect(copy.notices).toEqual([])
    expect(copy.locale).toBe('ar-XB')
    expect(copy.world.options.user).toBe('learner')
    expect(copy.world.school.journal).toEqual(control.world.school.journal)
    expect(copy.world.school.overrides).toEqual(control.world.school.overrides)
    expect(copy.now()).toEqual(control.now())
    expect((await open('/')).now()).toEqual(control.now())
  })

  test('does not fit a link where too much was written', async () => {
    const control = await newTab().open('/')
    for (let count = 0; count < 3_000; count += 1) {
      control.world.school.journal.push({ kind: 'clock', at: Math.imul(count, 0x9e3779b1) })
    }
    const { query, isComplete } = await control.link()
    expect(isComplete).toBe(false)
    expect(query).not.toContain('mock.state')
  })

  test('in a link that is damaged, or of another school, leaves what there was, and says so', async () => {
    const { open } = newTab()
    write(await open('/'))
    const damaged = await open('/?mock.state=abc&mock.user=learner')
    expect(damaged.notices).toEqual([expect.stringMatching(/came incomplete/)])
    expect(damaged.world.school.journal).toHaveLength(1)
    expect(damaged.world.options.user).toBe('learner')
    const state = await packJournal([
      { kind: 'score', courseKey: 'a/b/c', userId: 1, problemKey: 'p', earned: 1 },
    ])
    const foreign = await open(`/?mock.state=${state}`)
    expect(foreign.notices).toEqual([expect.stringMatching(/belong to another school/)])
    expect(foreign.world.school.journal).toHaveLength(1)
  })

  test('goes out to a file and comes back from it, reload and all', async () => {
    const there = await newTab().open('/?mock.learners=40&mock.faults=latency&mock.locale=en-XA')
    write(there)
    const { open } = newTab()
    const here = await open('/?mock.scenario=frozen&mock.subsections=3&mock.latency=5')
    await here.importState(new Blob([there.exportState()]))
    const reloaded = await open('/')
    expect(reloaded.view()).toEqual(there.view())
    expect(reloaded.locale).toBe('en-XA')
    expect(reloaded.world.school.overrides).toEqual(there.world.school.overrides)
  })

  test('in a file of another school is refused as a whole', async () => {
    const { open } = newTab()
    const control = await open('/?mock.user=learner')
    write(control)
    const before = control.exportState()
    const foreign = JSON.stringify({
      ...(JSON.parse(before) as object),
      settings: { user: 'stranger' },
      journal: [{ kind: 'score', courseKey: 'a/b/c', userId: 1, problemKey: 'p', earned: 1 }],
    })
    await expect(control.importState(new Blob([foreign]))).rejects.toThrow(/belong to another school/)
    expect(control.exportState()).toBe(before)
    expect((await open('/')).exportState()).toBe(before)
  })

  test('that the browser has no room for is refused as a whole', async () => {
    const { open, storage } = newTab()
    const control = await open('/')
    const full = await newTab().open('/?mock.user=learner')
    write(full)
    storage.setItem = () => {
      throw new DOMException('The quota is exceeded', 'QuotaExceededError')
    }
    await expect(control.importState(new Blob([full.exportState()]))).rejects.toThrow(/no room/)
    expect(control.view()).toMatchObject({ user: 'instructor', changes: 0 })
  })
})

test('who watches hears of settings and of what is written', async () => {
  const control = await newTab().open('/')
  const heard: number[] = []
  const end = control.subscribe(() => heard.push(control.view().changes))
  const before = control.view()
  control.change({ latency: 10 })
  expect(control.view()).not.toBe(before)
  expect(control.view()).toMatchObject({ latency: 10, changes: 0 })
  write(control)
  end()
  control.reset()
  expect(heard).toEqual([0, 1])
})
