import { cookieOf, manager, salespeople, supervisors } from '../support/division.ts'
import { type Figure, median, ms, times } from '../support/figures.ts'
import { middleOf, type Place } from './list.ts'

const list = '/api/customers?sort=lastActivity&grade=A&limit=50'

/** One person's 今天 beside the list that the same person opens. */
export async function todayRow({ server }: Place, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = []
  const people = [
    ['项目主管', salespeople[0]],
    ['高级项目主管', supervisors[0]],
    ['经理', manager],
  ] as const
  for (const [who, person] of people) {
    if (!person) continue
    const cookie = cookieOf(person)
    const took = { today: [] as number[], list: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      took.list.push(await middleOf(server.url, list, cookie, 150))
      took.today.push(await middleOf(server.url, '/api/today', cookie, 150))
    }
    const ratio = median(took.today) / median(took.list)
    figures.push({
      row: 'today',
      what: `今天（${who}）`,
      measured: ms(median(took.today)),
      floor: `${ms(median(took.list))}（客户列表）`,
      ratio: times(ratio),
      budget: '≤ × 3',
      met: ratio <= 3,
    })
  }
  return figures
}
