import { systemApi } from './system.ts'

/** The whole API: one entry per module, in the order of the navigation. */
export const api = {
  system: systemApi,
}
export type ZhuoweiApi = typeof api
