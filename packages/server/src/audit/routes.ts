import { auditApi } from '@zhuowei/contract/audit.ts'
import { implement } from '../platform/http/implement.ts'
import { verifyOnRequest } from './commands.ts'
import { listAudit } from './queries.ts'

export const auditRoutes = implement(auditApi, {
  list: ({ query, ...reading }) => listAudit(reading, query),
  verify: ({ db, actor, now }) => verifyOnRequest(db, actor, now),
})
