/**
 * Ref for what an editor is for: takes focus when it appears, unless the person is using another control of the same
 * panel. The panel's heading is no control: it holds focus while there is nothing better.
 */
export function focusUnlessBusy(element: HTMLElement | null): void {
  const panel = element?.closest('[role=complementary], [role=dialog]')
  const { activeElement } = document
  const isBusy = panel?.contains(activeElement) === true && activeElement?.matches('h2') === false
  if (!isBusy) element?.focus()
}
