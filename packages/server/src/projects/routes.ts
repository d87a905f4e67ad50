import { projectsApi } from '@zhuowei/contract/projects.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { implement } from '../platform/http/implement.ts'
import { changeProject, setCompetitors, setFactor, setMembers, setSlots } from './commands.ts'
import { createProject } from './create-project.ts'
import { getProject } from './get-project.ts'
import { moveProject } from './move-project.ts'
import { listProjects, projectBoard } from './queries.ts'

export const projectsRoutes = implement(projectsApi, {
  list: (call) => listProjects(call, call.query),
  board: (call) => projectBoard(call, call.query),
  get: (call) => getProject(call, call.params.id),
  create: async (call) => getProject(call, await createProject(call, call.body)),
  change: async (call) => {
    await changeProject(call, call.params.id, call.body)
    return getProject(call, call.params.id)
  },
  move: async (call) => {
    const { db, actor, now } = call
    const refused = await inTransaction(db, (trx) =>
      moveProject({ db: trx, actor, now }, call.params.id, call.body),
    )
    if (refused) throw refused
    return getProject(call, call.params.id)
  },
  setFactor: async (call) => {
    await setFactor(call, call.params.id, call.body)
    return getProject(call, call.params.id)
  },
  setSlots: async (call) => {
    await setSlots(call, call.params.id, call.body.slots)
    return getProject(call, call.params.id)
  },
  setCompetitors: async (call) => {
    await setCompetitors(call, call.params.id, call.body)
    return getProject(call, call.params.id)
  },
  setMembers: async (call) => {
    await setMembers(call, call.params.id, call.body.members)
    return getProject(call, call.params.id)
  },
})
