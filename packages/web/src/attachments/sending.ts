import { type AttachmentSubject, largestAttachment, uploadPiece } from '@zhuowei/contract/attachments.ts'
import { ProblemError } from '@zhuowei/contract/client.ts'
import { useSyncExternalStore } from 'react'
import { client } from '../app/client.ts'
import { queryClient } from '../app/query-client.ts'
import { reloadModules } from '../app/reload.ts'

export interface Place {
  subjectType: AttachmentSubject
  subjectId: string
}

/** A file on its way to the server. */
export interface Sending {
  key: number
  place: Place
  file: File
  sent: number
  /** `waiting`: the line is gone, it goes on by itself; `refused`: it does not. */
  state: 'queued' | 'sending' | 'waiting' | 'refused'
  error: unknown
}

// Outside the components, so that a file goes on while the person looks at something else.
let all: readonly Sending[] = []
let made = 0
let line: Promise<void> = Promise.resolve()
const listeners = new Set<() => void>()
const leaving = new Map<number, AbortController>()

export function useSending({ subjectType, subjectId }: Place): Sending[] {
  const sending = useSyncExternalStore(subscribe, () => all)
  return sending.filter(({ place }) => place.subjectType === subjectType && place.subjectId === subjectId)
}

/** One after the other, so that on a thin line the first is soon there. */
export function sendFiles(place: Place, files: Iterable<File>): void {
  for (const file of files) {
    made += 1
    const error = refusalOf(file)
    const one: Sending = { key: made, place, file, sent: 0, state: error ? 'refused' : 'queued', error }
    put([...all, one])
    if (!error) queue(one.key)
  }
}

export function sendAgain(key: number): void {
  change(key, { state: 'queued', error: null })
  queue(key)
}

/** What has arrived stays on the server for a day: the same file chosen again goes on from there. */
export function stopSending(key: number): void {
  leaving.get(key)?.abort()
  put(all.filter((one) => one.key !== key))
}

function queue(key: number): void {
  line = line.then(() => send(key))
}

async function send(key: number): Promise<void> {
  const one = all.find((other) => other.key === key)
  if (!one) return
  const leave = new AbortController()
  leaving.set(key, leave)
  let failures = 0
  const progress = (sent: number) => {
    failures = 0
    change(key, { sent, state: 'sending' })
  }
  for (;;) {
    try {
      await transfer(one, progress, leave.signal)
      put(all.filter((other) => other.key !== key))
      reloadModules(queryClient, ['attachments', 'customers'])
      return
    } catch (error) {
      if (leave.signal.aborted) return
      if (!passes(error)) return change(key, { state: 'refused', error })
      change(key, { state: 'waiting' })
      await lineIsBack(failures++, leave.signal)
    }
  }
}

/** From wherever the server stands; an interruption is mended by calling it again. */
async function transfer(
  { place, file }: Sending,
  progress: (sent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const modifiedAt = new Date(file.lastModified).toISOString()
  const { id, received } = await client.attachments.start({
    body: { ...place, name: file.name, size: file.size, modifiedAt },
    signal,
  })
  progress(received)
  for (let offset = received; offset < file.size; ) {
    const form = new FormData()
    form.set('file', file.slice(offset, offset + uploadPiece), 'piece')
    const answer = await client.attachments.append({ params: { id }, query: { offset }, form, signal })
    offset = answer.received
    progress(offset)
  }
  await client.attachments.finish({ params: { id }, signal })
}

function refusalOf({ size }: File): string | null {
  if (size === 0) return '文件是空的'
  return size > largestAttachment ? '超过 50 MB，请压缩或拆开再上传' : null
}

const passing = ['network', 'busy', 'not_ready', 'too_many_requests', 'wrong_offset']
const passes = (error: unknown) => !(error instanceof ProblemError) || passing.includes(error.problem.code)

const longestWait = 30_000

/** Soon, then less and less often; at once when the device is on the net again. */
function lineIsBack(failures: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.min(1000 * 2 ** failures, longestWait))
    window.addEventListener('online', done)
    signal.addEventListener('abort', done)
    function done() {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      resolve()
    }
  })
}

function change(key: number, to: Partial<Sending>): void {
  put(all.map((one) => (one.key === key ? { ...one, ...to } : one)))
}

function put(next: readonly Sending[]): void {
  all = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
