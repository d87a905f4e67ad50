/**
 * Lets the pages open without a network: the worker keeps the built files only, never an answer of the server. A new version takes over
 * at the next load. Under the development server, and where a browser refuses, everything works as before.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  if (import.meta.env.PROD) await navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' })
  else await forgetShell()
}

/** A worker of a built version that ran on this address before would serve its own files instead of those under development. */
async function forgetShell(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
}
