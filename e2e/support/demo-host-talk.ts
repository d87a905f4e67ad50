/** What a story asks of the process that opens its division, and what that answers. */
export type Wish = { env: Record<string, string>; now: string } | 'close'
export type Answer = { url: string } | { closed: true } | { failed: string }
