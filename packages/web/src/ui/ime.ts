/**
 * A key that belongs to an input method: while pinyin is being composed, Enter picks a word and letters are not shortcuts. Safari
 * ends the composition before the key event, so the old key code is needed as well.
 */
export function isComposing(event: { nativeEvent?: KeyLike } | KeyLike): boolean {
  const key = 'nativeEvent' in event && event.nativeEvent ? event.nativeEvent : (event as KeyLike) // one of the two by type
  return key.isComposing === true || key.keyCode === 229
}

interface KeyLike {
  isComposing?: boolean
  keyCode?: number
}

/** Where a person types; letters there are text. */
export function isTypingPlace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
