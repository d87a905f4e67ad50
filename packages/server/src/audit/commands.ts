import type { AuditVerification } from '@zhuowei/contract/audit.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Actor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit/record.ts'
import { verifyAudit } from '../platform/audit/verify.ts'
import type { Database } from '../platform/db/connect.ts'
import { forbidden } from '../platform/refusal.ts'
import { mayVerifyAudit } from './access.ts'

/** The look is itself logged, with the last link of the chain at that moment. */
export async function verifyOnRequest(
  db: Database,
  actor: Actor,
  now: Date,
): Promise<OnServer<AuditVerification>> {
  if (!mayVerifyAudit(actor)) throw forbidden('审计日志由总经理或系统管理员核对')
  const result = await verifyAudit(db)
  const { ok, rows, head, problemCount: problems } = result
  await recordAudit(db, { action: 'audit.verified', at: now, actor, detail: { ok, rows, head, problems } })
  return { ...result, at: now }
}
