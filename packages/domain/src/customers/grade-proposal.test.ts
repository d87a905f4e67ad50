import { describe, expect, it } from 'vitest'
import { resolveParameters } from '../clauses/parameters.ts'
import { type GradeFacts, proposeGrade } from './grade-proposal.ts'

const thresholds = resolveParameters([], '2026-11-23')
const quiet = { status: 'contacting', silentDays: 5, contacts: 0 } as const

describe('what the system proposes about a grade, and never does itself (六(原则)③)', () => {
  it.each<[Pick<GradeFacts, 'grade' | 'trade'> & Partial<GradeFacts>, string | null]>([
    [{ grade: 'A', trade: 'untraded', silentDays: 60 }, null],
    [{ grade: 'A', trade: 'untraded', silentDays: 61 }, 'silent grade B 六(原则)③'],
    [{ grade: 'A', trade: 'traded', silentDays: 61 }, 'silent grade B 六(原则)③'],
    [{ grade: 'B', trade: 'untraded', silentDays: 180 }, null],
    [{ grade: 'B', trade: 'untraded', silentDays: 181 }, 'silent grade C 六(原则)③'],
    // 六.1.1)② a traded customer is never C, so there is nothing lower.
    [{ grade: 'B', trade: 'traded', silentDays: 900 }, null],
    [{ grade: 'C', trade: 'untraded', silentDays: 900 }, null],
    [{ grade: 'A', trade: 'untraded', status: 'dormant' }, 'ended grade B 六.1.1)④'],
    [{ grade: 'A', trade: 'traded', status: 'lost', silentDays: 90 }, 'ended grade B 六.1.1)④'],
    [{ grade: 'B', trade: 'untraded', status: 'lost' }, null],
    [{ grade: 'C', trade: 'untraded', status: 'cooperating' }, 'deal trade B 六.1.1)①'],
    [{ grade: 'A', trade: 'untraded', status: 'cooperating', silentDays: 90 }, 'deal trade A 六.1.1)①'],
    [{ grade: 'B', trade: 'traded', status: 'cooperating' }, null],
    [{ grade: 'C', trade: 'untraded', contacts: 2 }, null],
    [{ grade: 'C', trade: 'untraded', contacts: 3 }, 'active grade B 六.1.1)⑤'],
    [{ grade: 'C', trade: 'untraded', status: 'interested' }, 'active grade B 六.1.1)⑤'],
    [{ grade: 'C', trade: 'untraded', status: 'project' }, 'active grade B 六.1.1)⑤'],
    [{ grade: 'B', trade: 'untraded', status: 'project', contacts: 9 }, null],
  ])('%o: %s', (facts, expected) => {
    const proposal = proposeGrade({ ...quiet, ...facts }, thresholds)
    expect(proposal && `${proposal.rule} ${proposal.act} ${proposal.to} ${proposal.clause}`).toBe(expected)
  })

  it('says its reason in numbers', () => {
    const silent = proposeGrade({ ...quiet, grade: 'A', trade: 'traded', silentDays: 75 }, thresholds)
    expect(silent?.reason).toBe('75 天没有接触，超过 A 级的 60 天')
  })
})
