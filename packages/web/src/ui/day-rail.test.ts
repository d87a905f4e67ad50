import { expect, test } from 'vitest'
import { labelSides, placeOf } from './day-rail.ts'

const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`)

test('the morning from 08 to 10 takes a third of the rail', () => {
  expect(placeOf(at('08:00'))).toBe(0)
  expect(placeOf(at('10:00'))).toBe(33)
})

test('what lies before 08:00 stands at the beginning, 24:00 at the end', () => {
  expect(placeOf(at('06:30'))).toBe(0)
  expect(placeOf(new Date('2026-11-24T00:00:00+08:00'), true)).toBe(97)
})

test('later is always further right', () => {
  const places = ['08:10', '09:00', '09:59', '10:01', '12:30', '18:00', '21:00', '23:59'].map((time) =>
    placeOf(at(time)),
  )
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('a label that would cover the one before it begins at its dot, or is left to the tooltip', () => {
  const sides = (...places: number[]) => labelSides(places.map((at) => ({ at, room: 5 })))
  expect(sides(10, 20, 30)).toEqual(['centre', 'centre', 'centre'])
  expect(sides(10, 16, 31)).toEqual(['centre', 'after', 'centre'])
  expect(sides(10, 15, 30)).toEqual(['centre', 'none', 'centre'])
})

test('nor does a label leave the rail', () => {
  expect(
    labelSides([
      { at: 88, room: 5 },
      { at: 96, room: 5 },
    ]),
  ).toEqual(['centre', 'none'])
})
