import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Values handed to a stylesheet, such as `--aside`. */
    [variable: `--${string}`]: string | number | undefined
  }
}
