import { feedbackPapersApi } from '@zhuowei/contract/feedback-papers.ts'
import { implement } from '../platform/http/implement.ts'
import { sendFile } from '../platform/http/send-file.ts'
import { acceptForms } from './accept.ts'
import { checkForms } from './check.ts'
import { notePrint, takeForm } from './take-out.ts'

export const feedbackPapersRoutes = implement(feedbackPapersApi, {
  file: async (call) => sendFile(call.reply, await takeForm(call, call.params.id, call.query.format)),
  print: (call) => notePrint(call, call.params.id),
  check: (call) => checkForms(call, call.request, call.query.customerId),
  accept: (call) => acceptForms(call, call.body.forms),
})
