import { bulkApi } from '@zhuowei/contract/bulk.ts'
import { contactsApi } from '@zhuowei/contract/contacts.ts'
import { customersApi } from '@zhuowei/contract/customers.ts'
import { gradesApi } from '@zhuowei/contract/grades.ts'
import { tagsApi } from '@zhuowei/contract/tags.ts'
import { type Implemented, implement } from '../platform/http/implement.ts'
import { listBulkChanges } from './bulk-list.ts'
import { previewUndo, undoBulk } from './bulk-undo.ts'
import { listContacts } from './contact-view.ts'
import {
  addContact,
  keepContact,
  makePrimary,
  removeContact,
  restoreContact,
  revealPhone,
  updateContact,
} from './contacts.ts'
import { createCustomer } from './create.ts'
import { similarTo } from './duplicates.ts'
import { changeGrade } from './grade.ts'
import { gradeMatrix, listGradeChanges } from './grade-history.ts'
import { dismissProposal, listProposals, reopenProposal } from './grade-proposals.ts'
import { listCustomers } from './list.ts'
import { getCustomer, listRemoved } from './queries.ts'
import { removeCustomer, restoreCustomer } from './removal.ts'
import { changeGrades, changeStatuses, previewBulk } from './selection.ts'
import { summariseCustomers } from './summary.ts'
import { changeTags } from './tag-changes.ts'
import { createTag, listTags, updateTag } from './tags.ts'
import { customerTimeline } from './timeline.ts'
import { markTraded, revertTrade } from './trade.ts'
import { transferCustomers } from './transfer.ts'
import { customerTree } from './tree.ts'
import { updateCustomer } from './update.ts'
import { traceListView, traceRecordView } from './view-trace.ts'

const customers = implement(customersApi, {
  list: async ({ actor, now, query, services }) => {
    const page = await listCustomers(services.pool, { actor, now, secrets: services.secrets }, query)
    traceListView(services, actor, page.items.length)
    return page
  },
  summary: ({ actor, now, query, services }) =>
    summariseCustomers(services.pool, { actor, now, secrets: services.secrets }, query),
  create: ({ db, actor, now, body, services }) =>
    createCustomer({ db, actor, now, secrets: services.secrets }, body),
  similar: ({ db, actor, now, body, services }) =>
    similarTo({ db, actor, now, secrets: services.secrets }, body),
  removed: (reading) => listRemoved(reading),
  get: async ({ params, services, ...reading }) => {
    const customer = await getCustomer(reading, params.id)
    traceRecordView(services, reading.actor, params.id)
    return customer
  },
  update: async ({ params, body, services, ...work }) => {
    await updateCustomer({ ...work, secrets: services.secrets }, params.id, body)
    return getCustomer(work, params.id)
  },
  remove: ({ params, body, ...work }) => removeCustomer(work, params.id, body.reason),
  restore: async ({ params, ...work }) => {
    await restoreCustomer(work, params.id)
    return getCustomer(work, params.id)
  },
  changeGrade: async ({ params, body, ...work }) => {
    await changeGrade(work, params.id, body)
    return getCustomer(work, params.id)
  },
  changeGrades: ({ body, services, ...work }) => changeGrades({ ...work, secrets: services.secrets }, body),
  changeStatuses: ({ body, services, ...work }) =>
    changeStatuses({ ...work, secrets: services.secrets }, body),
  transfer: ({ body, services, ...work }) => transferCustomers({ ...work, secrets: services.secrets }, body),
  markTraded: async ({ params, body, ...work }) => {
    await markTraded(work, params.id, body)
    return getCustomer(work, params.id)
  },
  revertTrade: async ({ params, body, ...work }) => {
    await revertTrade(work, params.id, body)
    return getCustomer(work, params.id)
  },
  tree: ({ params, ...reading }) => customerTree(reading, params.id),
  timeline: ({ params, query, ...reading }) => customerTimeline(reading, params.id, query),
})

const grades = implement(gradesApi, {
  changes: ({ query, ...reading }) => listGradeChanges(reading, query),
  matrix: ({ query, ...reading }) => gradeMatrix(reading, query.month),
  proposals: ({ query, ...reading }) => listProposals(reading, query),
  dismissProposal: ({ params, body, ...work }) => dismissProposal(work, params.id, body.rule),
  reopenProposal: ({ params, ...work }) => reopenProposal(work, params.id, params.rule),
})

const bulk = implement(bulkApi, {
  changeTags: ({ body, services, ...work }) => changeTags({ ...work, secrets: services.secrets }, body),
  preview: ({ body, services, ...work }) => previewBulk({ ...work, secrets: services.secrets }, body),
  list: ({ query, ...reading }) => listBulkChanges(reading, query),
  previewUndo: ({ params, ...work }) => previewUndo(work, params.id),
  undo: ({ params, ...work }) => undoBulk(work, params.id),
})

const tags = implement(tagsApi, {
  list: (reading) => listTags(reading),
  create: ({ body, ...work }) => createTag(work, body.name),
  update: ({ params, body, ...work }) => updateTag(work, params.id, body),
})

const contacts = implement(contactsApi, {
  list: ({ params, ...reading }) => listContacts(reading, params.id),
  create: ({ params, body, services, ...work }) =>
    addContact({ ...work, secrets: services.secrets }, params.id, body),
  update: ({ params, body, services, ...work }) =>
    updateContact({ ...work, secrets: services.secrets }, params.id, body),
  makePrimary: ({ params, ...work }) => makePrimary(work, params.id),
  remove: ({ params, ...work }) => removeContact(work, params.id),
  restore: ({ params, ...work }) => restoreContact(work, params.id),
  keep: ({ params, ...work }) => keepContact(work, params.id),
  revealPhone: ({ params, services, ...work }) =>
    revealPhone({ ...work, secrets: services.secrets }, params.id),
})

export const customersRoutes: Implemented[] = [...customers, ...grades, ...bulk, ...tags, ...contacts]
