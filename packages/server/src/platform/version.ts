/** What `/api/openapi.json` and the metrics say about themselves; equal to package.json. */
export const version = '0.1.0'
