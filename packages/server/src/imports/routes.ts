import { importsApi } from '@zhuowei/contract/imports.ts'
import { implement } from '../platform/http/implement.ts'
import { sendFile } from '../platform/http/send-file.ts'
import { cancelImport, chooseHeader, startCheck, startRun } from './commands.ts'
import { failedRows } from './failed-rows.ts'
import { wakeImport } from './job.ts'
import { getImport, listImports } from './queries.ts'
import { listRows } from './rows.ts'
import { importTemplate } from './template.ts'
import { undoImport } from './undo.ts'
import { uploadFile } from './upload.ts'

export const importRoutes = implement(importsApi, {
  list: (incoming) => listImports(incoming, incoming.query),
  template: async ({ reply }) =>
    sendFile(reply, { bytes: await importTemplate(), fileName: '客户导入模板.xlsx' }),
  get: (incoming) => getImport(incoming, incoming.services.secrets, incoming.params.id),
  rows: (incoming) => listRows(incoming, incoming.services.secrets, incoming.params.id, incoming.query),
  upload: async (incoming) => {
    const { secrets } = incoming.services
    const id = await uploadFile({ ...incoming, secrets }, incoming.request)
    return getImport(incoming, secrets, id)
  },
  chooseHeader: async (incoming) => {
    const { secrets } = incoming.services
    await chooseHeader({ ...incoming, secrets }, incoming.params.id, incoming.body)
    return getImport(incoming, secrets, incoming.params.id)
  },
  check: async (incoming) => {
    const { services, params, body, db } = incoming
    const { secrets } = services
    await db.transaction().execute((trx) => startCheck({ ...incoming, db: trx, secrets }, params.id, body))
    wakeImport(services, params.id)
    return getImport(incoming, secrets, params.id)
  },
  run: async (incoming) => {
    const { services, params, body, db } = incoming
    const { secrets } = services
    await db.transaction().execute((trx) => startRun({ ...incoming, db: trx, secrets }, params.id, body))
    wakeImport(services, params.id)
    return getImport(incoming, secrets, params.id)
  },
  cancel: async (incoming) => {
    const { secrets } = incoming.services
    await cancelImport({ ...incoming, secrets }, incoming.params.id)
    return getImport(incoming, secrets, incoming.params.id)
  },
  undo: async (incoming) => {
    const { secrets } = incoming.services
    await undoImport({ ...incoming, secrets }, incoming.params.id, incoming.body.version)
    return getImport(incoming, secrets, incoming.params.id)
  },
  failedRows: async (incoming) => {
    const { secrets } = incoming.services
    return sendFile(incoming.reply, await failedRows({ ...incoming, secrets }, incoming.params.id))
  },
})
