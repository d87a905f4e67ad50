import path from 'node:path'
import { buildWeb } from '../../bin/build-web.ts'
import { measureWeb } from '../../bin/web-sizes.ts'
import type { Figure } from '../support/figures.ts'

const dist = path.join(import.meta.dirname, '../../packages/web/dist')
const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`

/** Compressed JavaScript of the entry, of login with the list, and of the heaviest page after it. */
export async function webRow(): Promise<Figure[]> {
  await buildWeb()
  const { entry, pages } = await measureWeb(dist)
  const opening = pages.filter(({ page }) => /SignIn|CustomerList|CustomersPage/.test(page))
  const first = entry + opening.reduce((sum, { extra }) => sum + extra, 0)
  const heaviest = pages.toSorted((one, other) => other.extra - one.extra)[0] ?? { page: '', extra: 0 }
  return [
    {
      row: 'web',
      what: '首次加载 JavaScript（登录 → 列表，brotli）',
      measured: kB(first),
      floor: `入口 ${kB(entry)}`,
      ratio: '',
      budget: '< 400 kB',
      met: first < 400_000,
    },
    {
      row: 'web',
      what: '之后最大的一页',
      measured: `${kB(heaviest.extra)}（${path.basename(heaviest.page)}）`,
      floor: '',
      ratio: '',
      budget: '< 150 kB',
      met: heaviest.extra < 150_000,
    },
  ]
}
