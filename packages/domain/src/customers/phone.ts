const mobile = /^1[3-9]\d{9}$/
const service = /^[48]00\d{7}$/
const landline = /^(0(?:10|2\d|[3-9]\d{2}))-(\d{7,8})(?:-(\d{1,6}))?$/

/**
 * One spelling per number: 13800000000, 4001234567, 0871-63123456 or 0871-63123456-801. What is none of these
 * comes back only tidied, so that a form can show it with its objection.
 */
export function normalisePhone(raw: string): string {
  const tidy = raw
    .normalize('NFKC')
    .replace(/[\s.·]/g, '')
    .replace(/[—–‐‑－()]+/g, '-')
    .replace(/(?:转|ext|x|#)-*/i, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
  const international = /^(?:\+|00)86-?/.exec(tidy)
  const national = international ? tidy.slice(international[0].length) : tidy
  const digits = national.replaceAll('-', '')
  if (mobile.test(digits) || service.test(digits)) return digits
  if (/^86/.test(digits) && mobile.test(digits.slice(2))) return digits.slice(2)
  return asLandline(international ? national.replace(/^(?!0)/, '0') : national) ?? tidy
}

/** A mobile number, a landline with its area code and perhaps an extension, or a 400/800 number. */
export function isPhone(raw: string): boolean {
  const phone = normalisePhone(raw)
  return mobile.test(phone) || service.test(phone) || landline.test(phone)
}

/** For lists (三.1): 138****0000, 0871-****3456, 400****567; anything unknown is hidden whole. */
export function maskPhone(raw: string): string {
  const phone = normalisePhone(raw)
  if (mobile.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  if (service.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-3)}`
  const parts = landline.exec(phone)
  return parts ? `${parts[1]}-****${parts[2]?.slice(-4)}` : '****'
}

function asLandline(national: string): string | null {
  const spaced = national.replace(/^(010|02\d|0[3-9]\d{2})-?(\d{3,4})-?(\d{4})(?=-|$)/, '$1-$2$3')
  return landline.test(spaced) ? spaced : null
}
