import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/shell-route.tsx'
import { suggestionsSearch } from './suggestions-search.ts'

const suggestions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/complaints/suggestions',
  staticData: { title: '建议' },
  validateSearch: suggestionsSearch,
  component: lazyRouteComponent(() => import('./SuggestionsPage.tsx'), 'SuggestionsPage'),
})

const newSuggestion = createRoute({
  getParentRoute: () => shellRoute,
  path: '/complaints/suggestions/new',
  staticData: { title: '提建议' },
  component: lazyRouteComponent(() => import('./NewSuggestionPage.tsx'), 'NewSuggestionPage'),
})

export const suggestionsRoutes = [suggestions, newSuggestion] as const
