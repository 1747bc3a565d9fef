// One that has just been disabled loses focus, which some browsers tell only a moment later.
const CONTROLS = ':is(a, button, input, select, textarea):not(:disabled)'

/**
 * Ref for what a person will want first: takes focus when it appears, unless another control is in use just then (a
 * filter beside the panel, the button that leads from learner to learner).
 */
export function focusUnlessBusy(element: HTMLElement | null): void {
  if (!document.activeElement?.matches(CONTROLS)) element?.focus()
}
