import styles from './Kbd.module.css'

const apple = /Mac|iPhone|iPad/.test(navigator.platform)

/** A key as the person's keyboard names it: `mod+K` is ⌘K on a Mac and Ctrl K elsewhere. */
export function Kbd({ keys }: { keys: string }) {
  const shown = keys
    .split('+')
    .map((key) => (key === 'mod' ? (apple ? '⌘' : 'Ctrl ') : key))
    .join('')
  return (
    <span className={styles.kbd} aria-hidden="true">
      {shown}
    </span>
  )
}
