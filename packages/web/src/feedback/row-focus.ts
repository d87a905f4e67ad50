/** To the same verb of the row below or above; a row without it offers its last one. */
export function moveToRow(from: HTMLElement, step: 'down' | 'up'): void {
  const row = from.closest('li')
  const other = step === 'down' ? row?.nextElementSibling : row?.previousElementSibling
  const verbs = [...(other?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])]
  const same = verbs.find(({ dataset }) => dataset.verb === from.dataset.verb) ?? verbs.at(-1)
  same?.focus()
}
