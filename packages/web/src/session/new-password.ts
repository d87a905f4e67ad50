const shortest = 10

/** What is still missing, or that it will do. Length protects better than prescribed signs. */
export function newPasswordPrompt(typed: string): string {
  const { length } = typed
  if (length === 0) return `至少 ${shortest} 个字符，一句自己记得住的话就很好`
  if (length < shortest) return `还差 ${shortest - length} 个字符`
  return '长度够了'
}
