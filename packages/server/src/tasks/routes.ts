import { tasksApi } from '@zhuowei/contract/tasks.ts'
import { implement } from '../platform/http/implement.ts'
import { agendaOf } from './agenda.ts'
import { assignTask, createTask } from './begin.ts'
import {
  acceptTask,
  cancelTask,
  changeTask,
  completeTask,
  giveFeedback,
  reopenTask,
  sendTaskBack,
} from './commands.ts'
import { getTask } from './get-task.ts'
import { listTasks } from './list-tasks.ts'
import { assignable } from './staff.ts'

export const tasksRoutes = implement(tasksApi, {
  agenda: (call) => agendaOf(call),
  list: (call) => listTasks(call, call.query),
  assignable: (call) => assignable(call),
  get: (call) => getTask(call, call.params.id),
  create: async (call) => getTask(call, await createTask(call, call.body)),
  assign: async (call) => getTask(call, await assignTask(call, call.body)),
  change: async (call) => {
    await changeTask(call, call.params.id, call.body)
    return getTask(call, call.params.id)
  },
  complete: async (call) => {
    await completeTask(call, call.params.id, call.body)
    return getTask(call, call.params.id)
  },
  reopen: async (call) => {
    await reopenTask(call, call.params.id, call.body)
    return getTask(call, call.params.id)
  },
  feedback: async (call) => {
    await giveFeedback(call, call.params.id, call.body)
    return getTask(call, call.params.id)
  },
  accept: async (call) => {
    await acceptTask(call, call.params.id, call.body)
    return getTask(call, call.params.id)
  },
  sendBack: async (call) => {
    await sendTaskBack(call, call.params.id, call.body)
    return getTask(call, call.params.id)
  },
  cancel: async (call) => {
    await cancelTask(call, call.params.id, call.body)
    return getTask(call, call.params.id)
  },
})
