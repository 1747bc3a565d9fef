const CONTROLS = 'a, button, input, select, textarea'

/**
 * Ref for what a person will want first: takes focus when it appears, unless another control is in use just then (a
 * filter beside the panel, the button that leads from learner to learner).
 */
export function focusUnlessBusy(element: HTMLElement | null): void {
  if (!document.activeElement?.matches(CONTROLS)) element?.focus()
}
