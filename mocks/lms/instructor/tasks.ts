import type { Course } from '#mocks/lms/course-model.ts'
import type { Account, Instant, UsageKey, UserId } from '#mocks/lms/model.ts'
import { problemResponses } from './problem-responses.ts'
import { addReport } from './reports.ts'
import type { School } from '#mocks/lms/store.ts'
import { table } from '#mocks/lms/tables.ts'
import { uuidOf } from '#mocks/lms/uuids.ts'

/** Work that goes on behind the instructor dashboard: here the making of a report. */
export interface InstructorTask {
  readonly id: string
  readonly courseKey: string
  readonly by: UserId
  readonly created: Instant
  /** Null as long as it goes on. */
  readonly finished: Instant | null
  readonly locations: readonly UsageKey[]
  readonly types: readonly string[] | null
}

const tasks = table<InstructorTask>('instructor-tasks')

/** Gives the tasks of a course, newest first. */
export function tasksOf(school: School, course: Course): InstructorTask[] {
  return tasks
    .entries(school)
    .map(([, task]) => task)
    .filter(({ courseKey }) => courseKey === course.key)
    .toReversed()
}

/** Begins a report of what learners answered; one that is being made for the same places is not made twice. */
export function startProblemResponses(
  school: School,
  course: Course,
  by: Account,
  asked: Pick<InstructorTask, 'locations' | 'types'>,
): InstructorTask {
  const alike = ({ locations, types }: typeof asked) => JSON.stringify([locations, types])
  const running = tasksOf(school, course).find((one) => one.finished === null && alike(one) === alike(asked))
  if (running) return running
  const number = tasks.entries(school).length + 1
  const task: InstructorTask = {
    id: uuidOf(`task ${school.world.seed} ${number}`),
    courseKey: course.key,
    by: by.id,
    created: school.now,
    finished: null,
    ...asked,
  }
  tasks.put(school, task.id, task)
  return task
}

/**
 * Finishes what is running: reports are made. The school's time stands still between writes, so this is to be called once
 * somebody has been told what is running.
 */
export function finishTasks(school: School, course: Course): void {
  for (const task of tasksOf(school, course).toReversed()) {
    if (task.finished !== null) continue
    const content = problemResponses(school, course, task.locations, task.types)
    addReport(school, course, { name: fileName(school, course, task.locations), content })
    tasks.put(school, task.id, { ...task, finished: school.now })
  }
}

/** `edX_DemoX_Demo_Course_student_state_from_block-v1_edX+DemoX+…+block@course_2021-04-30-0918.csv` */
function fileName(school: School, { org, number, run }: Course, locations: readonly UsageKey[]): string {
  const [, date, hour, minute] = /^(.+)T(\d+):(\d+)/.exec(new Date(school.now).toISOString()) ?? []
  const from = locations.length === 1 ? (locations[0] ?? '') : 'multiple_blocks'
  // A key may hold almost anything; what is left may stand in a header and an address.
  const source = from.replaceAll(/[^\w.+@-]+/g, '_')
  return `${[org, number, run].join('_')}_student_state_from_${source}_${date}-${hour}${minute}.csv`
}
