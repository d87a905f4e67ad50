/** What stands in the place of the facts. */
export type PersonMode = 'facts' | 'personal' | 'position' | 'reinstate'
