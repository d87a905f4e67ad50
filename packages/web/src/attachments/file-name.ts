/** What two lines of a phone hold, in Chinese characters; a Latin one takes half of that. */
const fits = 22
const tail = 9

/** 云澈热电厂二期改造技术协议…签字版.pdf: what tells files apart stands at both ends. */
export function middleShortened(name: string): string {
  const characters = [...name]
  if (widthOf(characters) <= fits) return name
  const end = lastOf(characters, tail)
  const start: string[] = []
  for (const character of characters) {
    if (widthOf(start) + widthOf([character]) + 1 + widthOf(end) > fits) break
    start.push(character)
  }
  return `${start.join('')}…${end.join('')}`
}

function lastOf(characters: readonly string[], width: number): string[] {
  const end: string[] = []
  for (const character of characters.toReversed()) {
    if (widthOf(end) + widthOf([character]) > width) break
    end.unshift(character)
  }
  return end
}

const widthOf = (characters: readonly string[]) =>
  characters.reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 0.55 : 1), 0)
