import { expect, test } from 'vitest'
import { wan, yuan } from './amount-text.ts'

test.each([
  [0, '0.00'],
  [128_000_000, '128.00'],
  [121_340_000_000, '121,340.00'],
  [5_000, '0.01'],
  [-1_860_000, '-1.86'],
])('%i fen are %s 万元', (fen, text) => {
  expect(wan(fen)).toBe(text)
})

test('the tooltip shows the exact sum in yuan', () => {
  expect(yuan(11_400_050)).toBe('￥114,000.50')
})
