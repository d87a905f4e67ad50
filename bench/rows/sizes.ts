import { cookieOf, manager } from '../support/division.ts'
import { type Figure, median, ms, times } from '../support/figures.ts'
import { middleOf, type Place } from './list.ts'

const address = '/api/customers?sort=lastActivity&grade=A&limit=50'

/** The same list at every size, one after another in each round. */
export async function sizesRow(places: ReadonlyMap<number, Place>, rounds: number): Promise<Figure> {
  const measured = new Map([...places.keys()].map((size) => [size, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const [size, { server }] of places) {
      measured.get(size)?.push(await middleOf(server.url, address, cookieOf(manager), 200))
    }
  }
  const middles = [...measured].map(([size, values]) => ({ size, middle: median(values) }))
  const smallest = middles[0]?.middle ?? Number.NaN
  const largest = middles.at(-1)?.middle ?? Number.NaN
  return {
    row: 'sizes',
    what: '同一列表，客户数不同',
    measured: middles.map(({ size, middle }) => `${size.toLocaleString('en')}：${ms(middle)}`).join('，'),
    floor: `${middles[0]?.size.toLocaleString('en')} 行时`,
    ratio: times(largest / smallest),
    budget: '1,000,000 行 ≤ × 1.5',
    met: places.has(1_000_000) ? largest / smallest <= 1.5 : null,
  }
}
