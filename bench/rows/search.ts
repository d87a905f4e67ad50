import { searchRow as spelled } from '@zhuowei/server/customers/search-row.ts'
import { nameOf, placeOf } from '../support/customers.ts'
import { cookieOf, manager, salespeople } from '../support/division.ts'
import { type Figure, ms, percentile, times } from '../support/figures.ts'
import { caller } from '../support/http.ts'
import type { Place } from './list.ts'

const list = '/api/customers?sort=lastActivity&grade=A&limit=50'
const common = ['供电', '热电', '风力', '电力', '公司']

/** Two Chinese characters, initials, or a name with a character left out, in turn with the list, so that all see the same machine. */
export async function searchRow({ server }: Place, queries: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [who, person] of [
    ['经理', manager],
    ['项目主管', salespeople[0] ?? manager],
  ] as const) {
    const client = caller(server.url, cookieOf(person))
    const took = {
      list: [] as number[],
      characters: [] as number[],
      initials: [] as number[],
      leftOut: [] as number[],
    }
    for (let index = -20; index < queries; index++) {
      const place = placeOf(Math.abs(index) * 37)
      const characters = index % 20 === 0 ? (common[(index / 20) % common.length] ?? place) : place
      const initials = initialsOf(nameOf(Math.abs(index) * 37).slice(0, 4))
      const plain = await client.get(list)
      const byCharacters = await client.get(`/api/customers?limit=50&q=${encodeURIComponent(characters)}`)
      const byInitials = await client.get(`/api/customers?limit=50&q=${initials}`)
      const leftOut = withoutThird(nameOf(Math.abs(index) * 37))
      const byLeftOut = await client.get(`/api/customers?limit=50&q=${encodeURIComponent(leftOut)}`)
      if (index < 0) continue
      took.list.push(plain)
      took.characters.push(byCharacters)
      took.initials.push(byInitials)
      took.leftOut.push(byLeftOut)
    }
    client.close()
    figures.push(
      figureOf(`搜索两个汉字（${who}）`, took.characters, took.list),
      figureOf(`搜索拼音首字母（${who}）`, took.initials, took.list),
      figureOf(`搜索少一个字的名称（${who}）`, took.leftOut, took.list),
    )
  }
  return figures
}

/** 云澈热电厂 is asked for as 云澈电厂. */
function withoutThird(name: string): string {
  const characters = [...name].filter((character) => /\p{Script=Han}/u.test(character))
  return characters.toSpliced(2, 1).slice(0, 5).join('')
}

/** As the product spells them, in capitals on the second line of the text that it searches. */
function initialsOf(name: string): string {
  return spelled({ name, number: '' }, []).searchText.split('\n')[1]?.toLowerCase() ?? ''
}

function figureOf(what: string, search: readonly number[], list: readonly number[]): Figure {
  const [found, plain] = [percentile(search, 0.95), percentile(list, 0.95)]
  return {
    row: 'search',
    what,
    measured: `p95 ${ms(found)}，p50 ${ms(percentile(search, 0.5))}`,
    floor: `列表 p95 ${ms(plain)}，p50 ${ms(percentile(list, 0.5))}`,
    ratio: times(found / plain),
    budget: 'p95 ≤ × 3',
    met: found / plain <= 3,
  }
}
