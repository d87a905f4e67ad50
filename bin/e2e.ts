import chromium from '@sparticuz/chromium'
import { runSteps } from './steps.ts'

/** The stories, in a Chromium that npm brought along, so that nothing else has to be installed. */
process.env.ZHUOWEI_CHROMIUM ??= await chromium.executablePath()
runSteps([
  { name: '网页', command: 'node', args: ['bin/build-web.ts'] },
  { name: '故事', command: 'playwright', args: ['test', ...process.argv.slice(2)] },
])
