const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 统一社会信用代码 (GB 32100-2015): eighteen characters, the last a check digit modulo 31. */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}

/** Demo rows carry codes that can never be real: the alphabet of the standard has no letter O. */
export function isDemoCreditCode(code: string): boolean {
  return /^DEMO[0-9A-Z]{14}$/.test(code)
}
