import type { PlainDate } from '../calendar/dates.ts'
import type { CompetitorEntry, CompetitorLine, FormContent, WordEntry, WordItem } from './form.ts'

export type VisitAnswer =
  | { item: WordItem; text: string }
  | { item: 'competitors'; lines: readonly CompetitorLine[] }

/** 六.3.2)② the form with what a visit answered, on the day of the visit; what was learned later than that stays above it. */
export function withVisit(held: FormContent, on: PlainDate, answers: readonly VisitAnswer[]): FormContent {
  const content = { ...held }
  for (const answer of answers) {
    if (answer.item === 'competitors') content.competitors = withLines(content.competitors, on, answer.lines)
    else content[answer.item] = withWords(content[answer.item], on, answer.text)
  }
  return content
}

function withWords(known: WordEntry, on: PlainDate, text: string): WordEntry {
  const isLater = isLearnedAfter(known, on)
  return {
    ...known,
    answer: 'known',
    text: isLater ? `${known.text}\n${text}` : text,
    on: isLater ? known.on : on,
  }
}

/** Company by company: those of whom the visit said nothing stay as they are. */
function withLines(known: CompetitorEntry, on: PlainDate, said: readonly CompetitorLine[]): CompetitorEntry {
  const isLater = isLearnedAfter(known, on)
  const before = known.answer === 'known' ? known.lines : []
  const added = said.filter((line) => !before.some((one) => isSame(one, line)))
  return {
    answer: 'known',
    lines: [...before.map(anew), ...added],
    on: isLater ? known.on : on,
  }

  function anew(line: CompetitorLine): CompetitorLine {
    const assessment = said.find((one) => isSame(one, line))?.assessment
    if (!assessment) return line
    const isBelow = isLater && line.assessment !== ''
    return { ...line, assessment: isBelow ? `${line.assessment}\n${assessment}` : assessment }
  }
}

const isSame = (one: CompetitorLine, other: CompetitorLine) => one.competitorId === other.competitorId

const isLearnedAfter = (known: Pick<WordEntry, 'answer' | 'on'>, on: PlainDate) =>
  known.answer === 'known' && known.on !== null && known.on > on
