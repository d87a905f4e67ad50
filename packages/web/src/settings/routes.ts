import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/shell-route.tsx'
import { newPersonSearch, peopleSearch } from './people/search.ts'

/** The frame of every settings page: hang a page below it and name it in `sections.ts`. */
export const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  staticData: { title: '设置' },
  component: lazyRouteComponent(() => import('./SettingsShell.tsx'), 'SettingsShell'),
})

const index = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./SettingsIndex.tsx'), 'SettingsIndex'),
})

const people = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/people',
  staticData: { title: '人员' },
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
})

const newPerson = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/people/new',
  staticData: { title: '新员工' },
  validateSearch: newPersonSearch,
  component: lazyRouteComponent(() => import('./people/NewPersonPage.tsx'), 'NewPersonPage'),
})

const person = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/people/$personId',
  staticData: { title: '人员' },
  component: lazyRouteComponent(() => import('./people/PersonPage.tsx'), 'PersonPage'),
})

const departure = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/people/$personId/departure',
  staticData: { title: '离职交接' },
  component: lazyRouteComponent(() => import('./people/DeparturePage.tsx'), 'DeparturePage'),
})

const organisation = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/organisation',
  staticData: { title: '事业部与片区' },
  component: lazyRouteComponent(() => import('./OrganisationPage.tsx'), 'OrganisationPage'),
})

export const settingsPages = [index, people, newPerson, person, departure, organisation] as const
