/** Pages that a person sees before being fully signed in; being there is no reason to be sent there. */
const doorPages = ['/sign-in', '/password', '/confidentiality', '/setup']

/** The sign-in page with the way back. What was typed is kept by `useDraft`, so nothing is lost on the way. */
export function signInAddress(target: string): string {
  return target === '/' ? '/sign-in' : `/sign-in?target=${encodeURIComponent(target)}`
}

export function leaveForSignIn(): void {
  const { pathname, search } = window.location
  if (doorPages.some((page) => pathname.startsWith(page))) return
  window.location.assign(signInAddress(pathname + search))
}

/** Only an address of our own may be a target; everything else leads to 今天. */
export function safeTarget(target: string | undefined): string {
  return target?.startsWith('/') && !target.startsWith('//') && !target.startsWith('/\\') ? target : '/'
}
