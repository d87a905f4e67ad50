import { useState } from 'react'
import { type CustomersSearch, stateOf } from './customers-search.ts'

/** What one command takes when the rows are named one by one. */
export const mostTicked = 500

/** The rows that are chosen for one command, or everything that fits; another view starts with none, and taking one row out ends the whole. */
export function useChecked(search: CustomersSearch) {
  const view = JSON.stringify(stateOf(search))
  const none = { view, keys: new Set<string>() as ReadonlySet<string>, all: false }
  const [state, setState] = useState(none)
  const { keys: checked, all } = state.view === view ? state : none
  return {
    checked,
    all,
    setChecked: (keys: ReadonlySet<string>, everything = false) => setState({ view, keys, all: everything }),
  }
}
