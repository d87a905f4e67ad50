import { isPhone } from '@zhuowei/domain/customers/phone.ts'

interface PhoneCell {
  phone: string
  /** What was made of the cell, when it was not taken as it stands. */
  note?: string
  fault?: string
}

/** A phone as spreadsheets leave it: without its leading zero, as a power of ten, or two in one cell. */
export function readPhone(cell: string): PhoneCell {
  const plain = cell.normalize('NFKC').trim()
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(plain)) return fromPowerOfTen(plain)
  const whole = plain.replace(/\.0+$/, '')
  if (isPhone(whole)) return { phone: whole }
  if (/^[2-9]\d{8,10}$/.test(whole) && isPhone(`0${whole}`))
    return { phone: `0${whole}`, note: `表格丢了区号前的 0，已补为 0${whole}` }
  const several = plain.split(/[/、,，;；|\n或]+/).map((part) => part.trim())
  const first = several.find(isPhone)
  if (several.length > 1 && first)
    return { phone: first, note: '单元格里不止一个号码，只取第一个，其余请导入后补录' }
  return {
    phone: plain,
    fault: `“${cell.length > 30 ? `${cell.slice(0, 30)}…` : cell}”不是有效号码，应为手机号、带区号的座机（0871-63123456）或 400 号码`,
  }
}

function fromPowerOfTen(plain: string): PhoneCell {
  const [mantissa = '', power = ''] = plain.toLowerCase().replace('+', '').split('e')
  const decimals = mantissa.split('.')[1]?.length ?? 0
  const digits = String(Number(plain))
  if (decimals >= Number(power) && isPhone(digits)) return { phone: digits }
  return { phone: plain, fault: `表格把号码变成了“${plain}”，后几位已丢失；请把这一列设为文本后重填` }
}
