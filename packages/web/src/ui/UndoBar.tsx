import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import styles from './UndoBar.module.css'

interface Offer {
  /** What was done: “已催办 4 人”. */
  text: string
  /** Absent when there is nothing to take back: the bar then only says it. */
  undo?: () => void
}

const seconds = 8
const Offering = createContext<(offer: Offer) => void>(() => undefined)

/** `const offerUndo = useUndo(); offerUndo({ text: '已催办 4 人', undo })` shows the bar for 8 seconds. */
export function useUndo(): (offer: Offer) => void {
  return useContext(Offering)
}

/** Holds the one undo bar of the application, inverse, bottom centre. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<{ offer: Offer; number: number } | null>(null)
  const offer = useCallback(
    (next: Offer) => setCurrent((before) => ({ offer: next, number: (before?.number ?? 0) + 1 })),
    [],
  )
  const close = useCallback(() => setCurrent(null), [])
  return (
    <Offering.Provider value={offer}>
      {children}
      <div role="status" className={styles.holder}>
        {current && <Bar key={current.number} offer={current.offer} onClose={close} />}
      </div>
    </Offering.Provider>
  )
}

function Bar({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const [left, setLeft] = useState(seconds)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (left <= 0) return onClose()
    if (held) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left, held, onClose])
  const takeBack = () => {
    offer.undo?.()
    onClose()
  }
  return (
    <div className={styles.bar} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <span>{offer.text}</span>
      {offer.undo ? (
        <button type="button" onClick={takeBack}>
          撤销<span aria-hidden="true"> {left} 秒</span>
        </button>
      ) : (
        <button type="button" onClick={onClose}>
          知道了
        </button>
      )}
    </div>
  )
}
