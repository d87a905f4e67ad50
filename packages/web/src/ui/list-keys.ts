/** Which row a key leads to; null when the key means nothing here. */
export function rowAfterKey(key: string, keys: readonly string[], current: string | null): string | null {
  const index = current === null ? -1 : keys.indexOf(current)
  const target =
    key === 'ArrowDown'
      ? index + 1
      : key === 'ArrowUp'
        ? Math.max(0, index - 1)
        : key === 'Home'
          ? 0
          : key === 'End'
            ? keys.length - 1
            : -1
  return keys[Math.min(target, keys.length - 1)] ?? null
}
