import { type PurchaseRole, purchaseRoleLabel } from '@zhuowei/domain/customers/contact.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { InitiatedProject } from './initiated-project.ts'

/** What the project and the customer already say: nobody types it a second time. */
export async function prefilled(db: Database | Trx, project: InitiatedProject) {
  return {
    ...{
      id: null,
      version: 0,
      approvalId: null,
      state: null,
      round: null,
      submittedAt: null,
      approvedAt: null,
    },
    amountFen: project.amountFen,
    signDate: project.signDate,
    decisionChain: await decisionChainOf(db, project.customerId),
    ...{ marginBasisPoints: null, budgetFen: null, fundSource: null },
    competition: await competitionOf(db, project.id),
    ...{ resources: null, risks: null },
    team: [...project.memberIds],
  }
}

/** The people who decide, by their part in the purchase: 决策人 张三（信通处处长）. Never anything of the restricted profile. */
async function decisionChainOf(db: Database | Trx, customerId: string): Promise<string | null> {
  const contacts = await db
    .selectFrom('contacts')
    .select(['name', 'department', 'position'])
    .select((row) => row.ref('purchaseRoles').$castTo<PurchaseRole[]>().as('purchaseRoles')) // contacts_purchase_roles_known
    .where('customerId', '=', customerId)
    .where('deletedAt', 'is', null)
    .where('erasedAt', 'is', null)
    .orderBy('isPrimary', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
  const deciding = contacts.filter(({ purchaseRoles }) => purchaseRoles.some((role) => role !== 'user'))
  if (deciding.length === 0) return null
  return deciding
    .map(({ name, department, position, purchaseRoles }) => {
      const roles = purchaseRoles.filter((role) => role !== 'user').map((role) => purchaseRoleLabel[role])
      return `${roles.join('、')} ${name}（${department ?? ''}${position}）`
    })
    .join('\n')
    .slice(0, 2000)
}

/** Whom we met there, or that nobody competes; null where nobody has said. */
async function competitionOf(db: Database | Trx, projectId: string): Promise<string | null> {
  const met = await db
    .selectFrom('projectCompetitors')
    .innerJoin('competitors', 'competitors.id', 'projectCompetitors.competitorId')
    .select('competitors.name')
    .where('projectId', '=', projectId)
    .orderBy('competitors.name')
    .execute()
  if (met.length > 0) return met.map(({ name }) => name).join('、')
  const { withoutCompetitor } = await db
    .selectFrom('projects')
    .select('withoutCompetitor')
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  return withoutCompetitor ? '无竞争对手' : null
}
