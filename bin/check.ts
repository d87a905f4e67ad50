import { runSteps } from './steps.ts'

/** What needs no database: types, lint and format, unused code, generated row types. */
runSteps([
  { name: '类型', command: 'tsc', args: ['-p', 'tsconfig.json'] },
  { name: '格式与规则', command: 'biome', args: ['check', '.'] },
  { name: '无用代码', command: 'knip', args: [] },
  { name: '文件长度', command: 'node', args: ['bin/file-length.ts'] },
  {
    name: '数据库类型',
    command: 'node',
    args: ['packages/server/src/platform/db/generate-types.ts', '--check'],
  },
])
