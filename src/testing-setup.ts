import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// The first visit to a page compiles it, which takes its time on a busy machine. Tests wait for states, not for clocks.
configure({ asyncUtilTimeout: 20_000 })

// Dates are shown in the viewer's zone; everybody who runs these tests is to see the same ones.
process.env['TZ'] = 'UTC'

/** jsdom knows no media: nobody prefers anything, and no screen is narrow. */
class NoMedia extends EventTarget implements MediaQueryList {
  readonly media: string
  readonly matches = false
  readonly onchange = null
  constructor(query: string) {
    super()
    this.media = query
  }
  addListener(): void {}
  removeListener(): void {}
}
window.matchMedia = (query) => new NoMedia(query)

// jsdom has dialogs, but does not open them.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
  this.dispatchEvent(new Event('close'))
}

afterEach(cleanup)
