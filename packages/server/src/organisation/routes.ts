import { organisationApi } from '@zhuowei/contract/organisation.ts'
import { implement } from '../platform/http/implement.ts'
import { mayAdminister } from './access.ts'
import { resetPassword, signOutEverywhere } from './account.ts'
import { depart } from './depart.ts'
import { previewDeparture } from './departure-preview.ts'
import { createDivision, listDivisions, loadDivision, renameDivision } from './divisions.ts'
import { onboard } from './onboard.ts'
import { listPeople, loadPerson } from './people.ts'
import { updatePerson } from './personnel.ts'
import { reassign } from './reassign.ts'
import { appointRegionOwner, createRegion, listRegions, loadRegion, renameRegion } from './regions.ts'
import { reinstate } from './reinstate.ts'

export const organisationRoutes = implement(organisationApi, {
  divisions: async (reading) => ({
    items: await listDivisions(reading),
    can: { create: mayAdminister(reading.actor) },
  }),
  createDivision: async (writing) => loadDivision(writing, await createDivision(writing, writing.body)),
  updateDivision: async (writing) => {
    await renameDivision(writing, writing.params.id, writing.body)
    return loadDivision(writing, writing.params.id)
  },
  regions: async (reading) => ({
    items: await listRegions(reading, reading.query),
    can: { create: mayAdminister(reading.actor) },
  }),
  createRegion: async (writing) => loadRegion(writing, await createRegion(writing, writing.body)),
  updateRegion: async (writing) => {
    await renameRegion(writing, writing.params.id, writing.body)
    return loadRegion(writing, writing.params.id)
  },
  appointRegionOwner: async (writing) => {
    await appointRegionOwner(writing, writing.params.id, writing.body)
    return loadRegion(writing, writing.params.id)
  },
  people: (reading) => listPeople(reading, reading.query),
  person: (reading) => loadPerson(reading, reading.params.id),
  onboard: async (writing) => {
    const { id, password } = await onboard(writing, writing.body)
    return { person: await loadPerson(writing, id), temporaryPassword: password }
  },
  updatePerson: async (writing) => {
    await updatePerson(writing, writing.params.id, writing.body)
    return loadPerson(writing, writing.params.id)
  },
  reassign: async (writing) => {
    await reassign(writing, writing.params.id, writing.body)
    return loadPerson(writing, writing.params.id)
  },
  departurePreview: (reading) => previewDeparture(reading, reading.params.id),
  depart: async (writing) => {
    const moved = await depart(writing, writing.params.id, writing.body)
    return { person: await loadPerson(writing, writing.params.id), ...moved }
  },
  reinstate: async (writing) => {
    const customers = await reinstate(writing, writing.params.id, writing.body)
    return { person: await loadPerson(writing, writing.params.id), customers }
  },
  resetPassword: async (writing) => {
    const password = await resetPassword(writing, writing.params.id, writing.body)
    return { person: await loadPerson(writing, writing.params.id), temporaryPassword: password }
  },
  signOutEverywhere: async (writing) => ({ revoked: await signOutEverywhere(writing, writing.params.id) }),
})
