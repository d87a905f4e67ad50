import { navigationApi } from '@zhuowei/contract/navigation.ts'
import { implement } from '../platform/http/implement.ts'
import { navigationCounts } from './counts.ts'

export const navigationRoutes = implement(navigationApi, { counts: (request) => navigationCounts(request) })
