import { describe, expect, it } from 'vitest'
import {
  feedbackFormColumns,
  liabilityWords,
  occasionalMeetingForms,
  phoneGreeting,
  reportFields,
  reportForms,
  reportWords,
  requiredCustomerFields,
  requiredVisitFields,
  weeklyMeetingAgenda,
} from './prescribed.ts'
import type { ClauseId } from './regulation-text.ts'
import { clauseById } from './regulation-text.ts'

/** The regulation joins some prescribed words into one sentence, so a word is looked up without its numbering. */
function said(clause: ClauseId, words: readonly string[]) {
  const { text } = clauseById(clause)
  expect(words.filter((word) => !text.includes(word))).toEqual([])
}

describe('prescribed words stand in the regulation exactly as we show them', () => {
  it('report forms', () => {
    const { daily, weekly, monthly, trip } = reportForms
    said('五.1.2)①', Object.values(daily))
    said('五.1.2)①', Object.values(reportFields))
    said('五.2.2)①', [weekly.subject, weekly.timeOption, weekly.description])
    said('五.2.2)②', [weekly.result])
    said('五.3.2)①', Object.values(monthly))
    said('五.4.2)①', [trip.subject, trip.description, trip.result])
  })

  it('consequences', () => {
    said('五.1.3)②', Object.values(reportWords))
    said('五.5.2)①', [liabilityWords.unreported])
    said('五.5.2)②', [liabilityWords.reported])
  })

  it('greeting and meetings', () => {
    said('三.7', [phoneGreeting])
    said('四.2-第一', [occasionalMeetingForms.policy])
    said('四.2-第二', [occasionalMeetingForms.project])
    said('四.2-第三', [occasionalMeetingForms.training])
    const agenda: ClauseId[] = ['四.1.1)①', '四.1.1)②', '四.1.1)③']
    agenda.forEach((clause, index) => {
      said(clause, [weeklyMeetingAgenda[index]?.slice(1) ?? ''])
    })
  })

  it('required fields', () => {
    said('六.2.3)②', Object.values(requiredCustomerFields))
    said('六.2.3)③', [
      requiredVisitFields.visitors,
      requiredVisitFields.result,
      requiredVisitFields.problem,
      '拜访的内容',
    ])
  })

  it('columns of the feedback form', () => {
    const { title, competitors, itLandscape, ...columns } = feedbackFormColumns
    said('六.3.2)①', [title])
    said('六.3.2)③', [
      ...Object.values(columns),
      ...Object.values(competitors),
      ...Object.values(itLandscape),
    ])
  })
})
