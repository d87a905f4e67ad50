import type { Implemented } from './platform/http/implement.ts'
import { systemRoutes } from './system/routes.ts'

/** The table of contents of the server: every module's endpoints. */
export const routes: readonly Implemented[] = [...systemRoutes]
