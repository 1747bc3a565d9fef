import { useSyncExternalStore } from 'react'
import type { Exercise } from './exercise.ts'

/** Reads something of the exercise, and draws anew only when that has changed. */
export function useExercise<Value>(exercise: Exercise, read: (exercise: Exercise) => Value): Value {
  return useSyncExternalStore(
    (listener) => exercise.subscribe(listener),
    () => read(exercise),
  )
}
