import { describe, expect, it } from 'vitest'
import { type CompetitorEntry, type CompetitorLine, emptyForm } from './form.ts'
import { withVisit } from './visit-answers.ts'

const visitedOn = '2026-11-20'
const line = (competitorId: string, assessment: string): CompetitorLine => ({
  competitorId,
  name: `${competitorId}公司`,
  assessment,
})
const known = (on: string, ...lines: CompetitorLine[]): CompetitorEntry => ({ answer: 'known', lines, on })

describe('what a visit says of the competitors goes into the form (六.3.2)②, 六.3.1)⑦)', () => {
  it.each<[string, CompetitorEntry, CompetitorLine[], CompetitorEntry]>([
    [
      'the first one',
      emptyForm.competitors,
      [line('东方', '主站强')],
      known(visitedOn, line('东方', '主站强')),
    ],
    [
      'another one stands below those that are known',
      known('2026-11-01', line('东方', '主站强')),
      [line('长河', '价低')],
      known(visitedOn, line('东方', '主站强'), line('长河', '价低')),
    ],
    [
      'what is said anew takes the place of what was known',
      known('2026-11-20', line('东方', '主站强')),
      [line('东方', '降价了')],
      known(visitedOn, line('东方', '降价了')),
    ],
    [
      'what was learned later stays above an older visit',
      known('2026-11-21', line('东方', '主站强')),
      [line('东方', '降价了')],
      known('2026-11-21', line('东方', '主站强\n降价了')),
    ],
    [
      'a name alone changes nothing that was said of it',
      known('2026-11-01', line('东方', '主站强')),
      [line('东方', '')],
      known(visitedOn, line('东方', '主站强')),
    ],
    [
      'the form said there was none',
      { answer: 'none', lines: [], on: '2026-11-01' },
      [line('东方', '主站强')],
      known(visitedOn, line('东方', '主站强')),
    ],
  ])('%s', (_, held, lines, after) => {
    const content = withVisit({ ...emptyForm, competitors: held }, visitedOn, [
      { item: 'competitors', lines },
    ])
    expect(content.competitors).toEqual(after)
  })

  it('the other items stay', () => {
    const answers = [{ item: 'storage', text: '两台磁带库' }] as const
    expect(withVisit(emptyForm, visitedOn, answers)).toEqual({
      ...emptyForm,
      storage: { answer: 'known', text: '两台磁带库', remark: '', on: visitedOn },
    })
  })
})
