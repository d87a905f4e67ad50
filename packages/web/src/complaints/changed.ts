/** Every page that may say something else after a step of a complaint. */
export const changedByComplaint = ['complaints', 'customers', 'today', 'notifications'] as const
