import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { OpenedMonthly, OpenedTrip, OpenedWeekly } from '@zhuowei/contract/period-reports.ts'
import type { OpenedDaily, Report } from '@zhuowei/contract/report-shapes.ts'
import type { reportsApi } from '@zhuowei/contract/reports.ts'
import { client } from '../app/client.ts'
import type { Line, Words } from './report-draft.ts'
import type { Keeper, SavedDraft, Sent, Stored } from './useReportDraft.ts'

/** 五.1.2)①. */
export function dailyKeeper(opened: OpenedDaily): Keeper<Report> {
  const params = { date: opened.date }
  return {
    ...standing(`daily-${opened.date}`, opened),
    save: (sent) => client.reports.saveDraft({ params, body: sheetOf(sent) }).then(savedSheet),
    file: (sent) => client.reports.submit({ params, body: sheetOf(sent) }),
    again: () => client.reports.openDaily({ params }).then(storedSheet),
  }
}

/** 五.3.2)①. */
export function monthlyKeeper(opened: OpenedMonthly): Keeper<Report> {
  const params = { month: opened.month }
  return {
    ...standing(`monthly-${opened.month}`, opened),
    save: (sent) => client.reports.saveMonthly({ params, body: sheetOf(sent) }).then(savedSheet),
    file: (sent) => client.reports.submitMonthly({ params, body: sheetOf(sent) }),
    again: () => client.reports.openMonthly({ params }).then(storedSheet),
  }
}

/** 五.4.2)①. */
export function tripKeeper(opened: OpenedTrip): Keeper<Report> {
  const params = { tripId: opened.trip.id }
  return {
    ...standing(`trip-${opened.trip.id}`, opened),
    save: (sent) => client.reports.saveTrip({ params, body: sheetOf(sent) }).then(savedSheet),
    file: (sent) => client.reports.submitTrip({ params, body: sheetOf(sent) }),
    again: () => client.reports.openTrip({ params }).then(storedSheet),
  }
}

/** 五.2.2): the record of the week and the plan of the next in one; a half that cannot be written any more, or not yet, is not sent. */
export function weeklyKeeper(opened: OpenedWeekly): Keeper<OpenedWeekly> {
  const params = { week: opened.week }
  const bodyOf = (sent: Sent) => weekOf(sent, opened)
  const { summary, plan } = opened
  return {
    name: `weekly-${opened.week}`,
    stored: storedWeek(opened),
    // Before the last working day the record of the week is its filed plan, not a draft.
    savedAt: latest(summary.can.save ? summary.savedAt : null, plan.savedAt),
    deadline: openHalf(opened).deadline,
    save: async (sent) => {
      const reply = await client.reports.saveWeekly({ params, body: bodyOf(sent) })
      return savedWeek(reply, sent, opened)
    },
    file: (sent) => client.reports.submitWeekly({ params, body: bodyOf(sent) }),
    again: () => client.reports.openWeekly({ params }).then(storedWeek),
  }
}

/** The half whose deadline still has something to say. */
export const openHalf = ({ summary, plan }: OpenedWeekly) =>
  summary.submittedAt || !summary.deadline.owed ? plan : summary

type Sheet = Pick<
  OpenedDaily,
  'version' | 'description' | 'result' | 'issue' | 'specialReasonKind' | 'specialReason'
>

const storedSheet = ({ version, ...sheet }: Sheet): Stored => ({
  ...sheet,
  versions: { own: version, next: 0 },
})

function standing(name: string, opened: Sheet & Pick<OpenedDaily, 'savedAt' | 'deadline'>) {
  const { savedAt, deadline, version } = opened
  const { description, result, issue, specialReasonKind, specialReason } = opened
  const stored = storedSheet({ version, description, result, issue, specialReasonKind, specialReason })
  return { name, stored, savedAt: savedAt ? new Date(savedAt) : null, deadline }
}

const sheetOf = ({ versions, description, result, issue, specialReasonKind, specialReason }: Sent) => ({
  ...{ version: versions.own, description, result, issue },
  ...{ specialReasonKind, specialReason },
})

const savedSheet = ({ version, savedAt, deadline }: Reply<typeof reportsApi.saveDraft>): SavedDraft => ({
  versions: { own: version, next: 0 },
  at: new Date(savedAt),
  deadline,
})

function storedWeek({ summary, plan, specialReasonKind, specialReason }: OpenedWeekly): Stored {
  const { description, result, issue } = summary
  return {
    ...{ description, result, issue, next: plan.description, support: plan.support.map(askedLine) },
    ...{ specialReasonKind, specialReason },
    versions: { own: summary.version, next: plan.version },
  }
}

export const askedLine = ({ id, body }: { id: string; body: string }): Line => ({
  id,
  text: body,
  ref: null,
  done: null,
})

export const needsOf = ({ support }: Pick<Words, 'support'>) =>
  support.map(({ id, text }) => ({ body: text, ...(id && { id }) }))

function weekOf(sent: Sent, { summary, plan }: OpenedWeekly) {
  const { versions, description, result, issue, next, specialReasonKind, specialReason } = sent
  return {
    summary: summary.can.save ? { version: versions.own, description, result, issue } : null,
    plan: plan.can.save ? { version: versions.next, description: next, support: needsOf(sent) } : null,
    ...{ specialReasonKind, specialReason },
  }
}

function savedWeek(
  { summary, plan }: Reply<typeof reportsApi.saveWeekly>,
  { versions }: Sent,
  opened: OpenedWeekly,
): SavedDraft {
  const at = latest(summary?.savedAt ?? null, plan?.savedAt ?? null)
  return {
    versions: { own: summary?.version ?? versions.own, next: plan?.version ?? versions.next },
    at: at ?? new Date(),
    deadline: (summary ?? plan)?.deadline ?? openHalf(opened).deadline,
  }
}

function latest(one: string | null, other: string | null): Date | null {
  const known = [one, other].flatMap((at) => (at ? Date.parse(at) : []))
  return known.length === 0 ? null : new Date(Math.max(...known))
}
