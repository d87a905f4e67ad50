import { expect, test } from 'vitest'
import { type Colour, dark, light } from './colours.ts'

const pairs: readonly [text: Colour, surface: Colour][] = [
  ['text', 'surface'],
  ['text-2', 'surface'],
  ['text-3', 'surface'],
  ['text-3', 'surface-2'],
  ['text-3', 'bg'],
  ['brand-fg', 'surface'],
  ['brand-fg', 'brand-bg'],
  ['red', 'red-bg'],
  ['red', 'surface'],
  ['on-red', 'red-solid'],
  ['amber', 'amber-bg'],
  ['amber', 'surface'],
  ['green', 'green-bg'],
  ['grey', 'grey-bg'],
  ['on-inverse', 'inverse'],
]

test.each(pairs)('%s on %s can be read in both themes', (text, surface) => {
  expect(contrast(light[text], light[surface])).toBeGreaterThanOrEqual(4.5)
  expect(contrast(dark[text], dark[surface])).toBeGreaterThanOrEqual(4.5)
})

test('white on the primary button can be read in both themes, also when pressed', () => {
  for (const fill of ['brand', 'brand-hover', 'brand-active'] as const) {
    expect(contrast('#FFFFFF', light[fill])).toBeGreaterThanOrEqual(4.5)
    expect(contrast('#FFFFFF', dark[fill])).toBeGreaterThanOrEqual(4.5)
  }
})

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
