/** Every page that may say something else after a step of a meeting. */
export const changedByMeeting = [
  'meetings',
  'minutes',
  'actionItems',
  'supportRequests',
  'reports',
  'today',
  'notifications',
] as const
