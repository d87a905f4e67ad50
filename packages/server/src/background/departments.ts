import type { Trx } from '../platform/db/connect.ts'

/** 六.3.1)① the people who name this department are in it, and follow its name and kind from then on. */
export async function gatherPeople(
  db: Trx,
  customerId: string,
  { id, name, departmentKind, before }: Department & { before?: string | null },
): Promise<void> {
  await db
    .updateTable('contacts')
    .set({ departmentId: id, department: name, departmentKind })
    .where('customerId', '=', customerId)
    .where((contact) =>
      contact.or([contact('departmentId', '=', id), contact('department', 'in', [name, before ?? name])]),
    )
    .execute()
}

interface Department {
  id: string
  name: string
  departmentKind: string
}

/** What they wrote as their department stays with them. */
export async function releasePeople(db: Trx, departmentId: string): Promise<void> {
  await db
    .updateTable('contacts')
    .set({ departmentId: null })
    .where('departmentId', '=', departmentId)
    .execute()
}

/** The department of that name at this customer, whose kind then holds; otherwise what was typed stands alone. */
export async function departmentOf(
  db: Trx,
  customerId: string,
  { department, departmentKind }: { department?: string | null; departmentKind?: string | null },
) {
  const found = department
    ? await db
        .selectFrom('backgroundFacts')
        .select(['id', 'departmentKind'])
        .where('customerId', '=', customerId)
        .where('kind', '=', 'department')
        .where('name', '=', department)
        .where('deletedAt', 'is', null)
        .executeTakeFirst()
    : undefined
  return {
    departmentId: found?.id ?? null,
    departmentKind: found?.departmentKind ?? departmentKind ?? null,
  }
}
