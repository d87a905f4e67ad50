import { useRouter } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { usePhone } from './useMedia.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Which dialog or sheet lies over the page. */
    over?: string | undefined
  }
}

/**
 * On the phone the way back closes what lies over the page, not the page: an open dialog or sheet is an entry of its own in the
 * history, which is taken back when it is closed in another way.
 */
export function useBackCloses(open: boolean, onClose: () => void): void {
  const { history } = useRouter()
  const phone = usePhone()
  const id = useId()
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (!open || !phone) return
    const isOnTop = () => history.location.state.over === id
    if (!isOnTop()) history.push(history.location.href, { ...history.location.state, over: id })
    const stop = history.subscribe(({ action }) => {
      if (action.type === 'BACK' && !isOnTop()) close.current()
    })
    return () => {
      stop()
      // A moment later: whoever closes a sheet may in the same breath lead to another page, which must not be taken back.
      setTimeout(() => {
        if (isOnTop()) history.back()
      }, 0)
    }
  }, [open, phone, history, id])
}
