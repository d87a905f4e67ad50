import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { useUndo } from '../ui/UndoBar.tsx'
import { readKept, sendKept } from './outbox.ts'
import { sendVisit } from './recording.ts'

const retryMs = 30_000

/** Sends what was saved without a network as soon as there is one again, wherever the person is by then. */
export function useVisitOutbox(): void {
  const { person } = useSession()
  const queryClient = useQueryClient()
  const say = useUndo()
  useEffect(() => {
    const send = async () => {
      if (!navigator.onLine || readKept().length === 0) return
      const sent = await sendKept(person.id, sendVisit)
      if (sent.length === 0) return
      say({ text: `已联网，补传了 ${sent.map(({ customerName }) => customerName).join('、')} 的拜访` })
      reloadModules(queryClient, changedByVisit)
    }
    void send()
    const timer = setInterval(send, retryMs)
    window.addEventListener('online', send)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', send)
    }
  }, [person.id, queryClient, say])
}

/** The modules whose pages show something else after a visit. */
export const changedByVisit = [
  'activities',
  'background',
  'customers',
  'feedback',
  'reports',
  'today',
] as const
