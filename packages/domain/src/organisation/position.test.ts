import { expect, test } from 'vitest'
import { type Position, positionProblems } from './position.ts'

const dm = { role: 'dm', divisionId: 'power', employed: true } as const
const gm = { role: 'gm', divisionId: null, employed: true } as const
const yunling = { id: 'yunling', divisionId: 'power' }
const pm: Position = {
  role: 'pm',
  divisionId: 'power',
  attendanceClerk: false,
  regions: [yunling],
  manager: dm,
}

test.each<[string, Position, string[]]>([
  ['a project supervisor under the division manager (G6)', pm, []],
  ['a senior supervisor under the division manager (G6)', { ...pm, role: 'spm' }, []],
  ['a supervisor whose region and superior are not known yet', { ...pm, regions: [], manager: null }, []],
  [
    'the division manager under the general manager (二.1)',
    { ...pm, role: 'dm', regions: [], manager: gm },
    [],
  ],
  [
    'an office clerk who keeps the attendance (G4)',
    { ...pm, role: 'oa', regions: [], attendanceClerk: true },
    [],
  ],
  [
    'the general manager, outside the divisions',
    { ...pm, role: 'gm', divisionId: null, regions: [], manager: null },
    [],
  ],
])('fits: %s', (_, position, problems) => {
  expect(positionProblems(position)).toEqual(problems)
})

test.each<[string, Position, string[]]>([
  ['a supervisor of no division', { ...pm, divisionId: null, manager: null, regions: [] }, ['divisionId']],
  ['an administrator inside a division', { ...pm, role: 'adm', regions: [], manager: null }, ['divisionId']],
  ['an office clerk with a region', { ...pm, role: 'oa' }, ['regionIds']],
  ['a region of another division', { ...pm, regions: [{ id: 'x', divisionId: 'rail' }] }, ['regionIds']],
  ['a supervisor as attendance clerk', { ...pm, attendanceClerk: true }, ['attendanceClerk']],
  ['a supervisor under a supervisor', { ...pm, manager: { ...dm, role: 'spm' } }, ['managerId']],
  ['a supervisor directly under the general manager', { ...pm, manager: gm }, ['managerId']],
  ['a superior of another division', { ...pm, manager: { ...dm, divisionId: 'rail' } }, ['managerId']],
  ['a superior who has left', { ...pm, manager: { ...dm, employed: false } }, ['managerId']],
  [
    'a superior for the general manager',
    { ...pm, role: 'gm', divisionId: null, regions: [], manager: dm },
    ['managerId'],
  ],
  [
    'everything wrong at once',
    { role: 'adm', divisionId: 'power', regions: [yunling], attendanceClerk: true, manager: dm },
    ['divisionId', 'regionIds', 'attendanceClerk', 'managerId'],
  ],
])('does not fit: %s', (_, position, paths) => {
  expect(positionProblems(position).map(({ path }) => path)).toEqual(paths)
})
