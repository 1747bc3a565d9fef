import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Numbers of a drawing (a width, a place) go to the style sheet as custom properties. */
    [property: `--${string}`]: string | number | undefined
  }
}
