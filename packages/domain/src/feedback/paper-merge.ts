import { normaliseName } from '../customers/name.ts'
import type { CompetitorEntry, FormContent, WordEntry } from './form.ts'
import type { Paper, Written } from './paper-reading.ts'

/** The form with what the paper says. An empty cell leaves what is known; the same words keep the day on which they were learned. */
export function withPaper(held: FormContent, paper: Paper): FormContent {
  const words = [...paper.words].map(([item, written]) => [item, wordsFrom(held[item], written)])
  return {
    ...held,
    ...Object.fromEntries(words),
    competitors: competitorsFrom(held.competitors, paper),
    remark: paper.remark || held.remark,
  }
}

function wordsFrom(held: WordEntry, { text, remark, absence }: Written): WordEntry {
  const isSame = held.answer === 'known' && held.text === text
  if (absence && !isSame) {
    const on = absence.on ?? (held.answer === absence.answer ? held.on : null)
    return { answer: absence.answer, text: '', remark: '', on }
  }
  if (text === '') return remark === '' ? held : { ...held, remark }
  return { answer: 'known', text, remark: remark || held.remark, on: isSame ? held.on : null }
}

/** The lines of the paper take the place of those that were known; a name alone keeps what was said of it. */
function competitorsFrom(held: CompetitorEntry, { competitors, noCompetitors }: Paper): CompetitorEntry {
  if (noCompetitors) {
    const { answer, on } = noCompetitors
    return { answer, lines: [], on: on ?? (held.answer === answer ? held.on : null) }
  }
  if (competitors.length === 0) return held
  const lines = competitors.map(({ name, assessment }) => {
    const known = held.lines.find((line) => normaliseName(line.name) === normaliseName(name))
    return {
      competitorId: known?.competitorId ?? null,
      name: known?.name ?? name,
      assessment: assessment || (known?.assessment ?? ''),
    }
  })
  return { answer: 'known', lines, on: null }
}
