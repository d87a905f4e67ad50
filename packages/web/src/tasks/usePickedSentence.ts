import { type RefObject, useCallback, useEffect, useState } from 'react'

interface Picked {
  quote: string
  /** Where the verb stands, inside the element. */
  top: number
  left: number
}

const longest = 500

/** The words that are marked inside an element, or the line that was touched; a touch elsewhere lets go. */
export function usePickedSentence(body: RefObject<HTMLElement | null>): [Picked | null, () => void] {
  const [picked, setPicked] = useState<Picked | null>(null)
  useEffect(() => {
    const element = body.current
    if (!element) return
    const take = (quote: string, box: DOMRect, from: number) => {
      const outer = element.getBoundingClientRect()
      const left = Math.max(0, Math.min(from - outer.left, outer.width - verbWidth))
      setPicked({ quote: quote.slice(0, longest), top: box.top - outer.top, left })
    }
    const onSelection = () => {
      const marked = markedIn(element)
      const box = marked?.getBoundingClientRect()
      if (marked && box) take(marked.toString().trim(), box, box.left)
    }
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (markedIn(element) || target?.closest('a, button, [role=dialog]')) return
      const line = target?.closest('li, section p')
      const quote = line && element.contains(line) ? textOf(line) : ''
      const box = line?.getBoundingClientRect()
      if (box && quote) take(quote, box, box.right)
      else setPicked(null)
    }
    document.addEventListener('selectionchange', onSelection)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('selectionchange', onSelection)
      document.removeEventListener('click', onClick)
    }
  }, [body])
  return [picked, useCallback(() => setPicked(null), [])]
}

const verbWidth = 110

function markedIn(element: HTMLElement): Range | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  return element.contains(range.commonAncestorContainer) && range.toString().trim() ? range : null
}

/** What the line says, without the link to its source. */
function textOf(line: Element): string {
  const copy = line.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const aside of copy.querySelectorAll('small, [role=img], button')) aside.remove()
  return copy.textContent?.trim() ?? ''
}
