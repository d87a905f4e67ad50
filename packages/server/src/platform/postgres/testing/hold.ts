import { text } from 'node:stream/consumers'
import { startEmbeddedPostgres } from '../embedded.ts'

/** A process that uses the database until its input ends or it is killed; then it ends as it was told to. */
const [dataDir, settings, ending] = process.argv.slice(2)
const database = await startEmbeddedPostgres({
  dataDir: dataDir!,
  settings: JSON.parse(settings!),
  log: { info: () => undefined },
})
console.log(JSON.stringify({ connectionString: database.connectionString, adopted: database.adopted }))
await text(process.stdin)
if (ending === 'stop') await database.stop()
if (ending === 'throw') throw new Error('a defect')
if (ending === 'exit') process.exit(1)
