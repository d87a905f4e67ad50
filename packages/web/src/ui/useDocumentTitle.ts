import { useEffect } from 'react'

/** Names the browser's tab. PageHeader and ViewBar do it by themselves. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 卓维`
  }, [title])
}
