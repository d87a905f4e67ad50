import { kindOf } from './kinds.ts'

export interface Outgoing {
  kind: string
  title: string
  body: string | null
  /** The page inside the product, or none. */
  link: string | null
}

export interface Message {
  title: string
  body: string | null
  link: string | null
}

const longestLine = 120

/** What of a notification may be read outside, in one line each; a group reads the title and never who is meant. */
export function outwardMessage({ kind, title, body, link }: Outgoing, forGroup = false): Message {
  const { outward, label } = kindOf(kind)
  if (outward === 'topic') return { title: `有一条新的“${label}”`, body: '内容请登录系统查看。', link }
  return {
    title: oneLine(title),
    body: outward === 'all' && !forGroup && body ? oneLine(body) : null,
    // The addresses of records hold their numbers; a group is sent to the first page, where each sees one's own.
    link: forGroup ? '/' : link,
  }
}

/** At most three lines: what, what more, where (§1B-18); without an address of our own there is no where. */
export function threeLines({ title, body, link }: Message, baseUrl: string | null): string[] {
  const address = link === null || baseUrl === null ? null : `${baseUrl}${link}`
  return [title, body, address].filter((line) => line !== null)
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length <= longestLine ? line : `${characters.slice(0, longestLine - 1).join('')}…`
}
