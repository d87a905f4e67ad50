import { expect, it } from 'vitest'
import { textIn } from './text-in.ts'

it('reads UTF-8 and what a Chinese spreadsheet saves', () => {
  expect(textIn(new TextEncoder().encode('2027-02-06,休,春节').buffer)).toBe('2027-02-06,休,春节')
  const gbk = new Uint8Array([0xb4, 0xba, 0xbd, 0xda])
  expect(textIn(gbk.buffer)).toBe('春节')
})
