import { codesOf } from '../codes.ts'
import { type ProfileContent, type ProfileField, profileFields } from './profile.ts'

/** What the law calls sensitive (个人信息保护法 28) and a note about a customer's person may contain by mistake. */
export const sensitiveKindLabel = {
  idNumber: '身份证号',
  bankCard: '银行卡号',
  health: '健康',
  religion: '宗教信仰',
  children: '未成年子女',
} as const
export type SensitiveKind = keyof typeof sensitiveKindLabel
export const sensitiveKinds = codesOf(sensitiveKindLabel)

/**
 * The kinds of sensitive data that a text seems to contain (G25). It errs on the side of a warning: who writes either takes the words
 * out, or says that the person consented to exactly this (个人信息保护法 29).
 */
export function sensitiveIn(text: string): SensitiveKind[] {
  const plain = text.normalize('NFKC')
  return sensitiveKinds.filter((kind) => looksLike[kind](plain))
}

export interface SensitiveFinding {
  field: ProfileField
  kinds: SensitiveKind[]
}

export function sensitiveInProfile(content: ProfileContent): SensitiveFinding[] {
  return profileFields
    .map((field) => ({ field, kinds: sensitiveIn(content[field]) }))
    .filter(({ kinds }) => kinds.length > 0)
}

const looksLike: Record<SensitiveKind, (text: string) => boolean> = {
  idNumber: (text) => numbersIn(text, /\d{17}[\dXx]|\d{15}/g).some(isIdNumber),
  bankCard: (text) =>
    cardInGroups.test(text) ||
    numbersIn(text, /\d{16,19}/g).some((digits) => !isIdNumber(digits) && isCard(digits)) ||
    runsIn(text, /\d{16,19}/g).some((digits) => !isIdNumber(digits) && startsLikeACard(digits)),
  health: (text) => healthWords.test(text),
  religion: (text) => religionWords.test(text),
  children: (text) => childWords.test(text),
}

const healthWords =
  /病史|病情|患有|患病|住院|手术|肿瘤|癌|血压|血糖|血脂|糖尿|冠心|心脏病|肝炎|抑郁|焦虑症|残疾|怀孕|孕期|流产|体检|服药|过敏|艾滋|痛风|结石|中风|透析/
/** 佛 by itself, but neither 佛山 nor 仿佛. */
const religionWords =
  /(?<!仿)佛(?![山冈])|信教|信主|信仰|基督|天主|伊斯兰|穆斯林|清真|道教|道观|道士|教徒|教会|教堂|宗教|居士|礼拜|弥撒|受洗|洗礼|祷告|祈祷|牧师|神父|和尚|喇嘛|寺庙|寺院|烧香|上香|念经|诵经|圣经|古兰经|斋月|斋戒|吃斋|皈依|菩萨|观音/
/** Children count when they seem to be minors: an age below 14, a school below the senior one, or the words themselves. */
const childWords =
  /(?:儿子|女儿|孩子|小孩|外孙女?|孙子|孙女)[^。；;\n]{0,12}(?<!\d)(?:(?:1[0-3]|[0-9])|(?:十[一二三]?|[一二三四五六七八九两]))\s*周?岁|(?:儿子|女儿|孩子|小孩|外孙女?|孙子|孙女)[^。；;\n]{0,16}(?:幼儿园|托班|小学|初中|初一|初二|[一二三四五六]年级)|未成年|婴儿|幼儿园|二胎|三胎/

/** Numbers are often written with blanks or dashes between groups; longer runs of digits are something else. */
const numbersIn = (text: string, shape: RegExp) =>
  runsIn(text.replace(/(?<=\d)[\s\-–—·.]{1,2}(?=[\dXx])/g, ''), shape)

const runsIn = (text: string, shape: RegExp) =>
  [...text.matchAll(/\d+[Xx]?/g)].flatMap(([run]) =>
    [...run.matchAll(shape)].map(([found]) => found).filter((found) => found === run),
  )

/** 6222 0200 0000 0000 007: a card is known by its groups, whatever its check digit; a row of years begins with 1 or 2. */
const cardInGroups = /(?<![\d\-–])[3-9]\d{3}(?:[\s\-–—·.]{1,2}\d{4}){3}(?:[\s\-–—·.]{0,2}\d{1,3})?(?!\d)/

const startsLikeACard = (digits: string) => /^[3-9]/.test(digits)

/** Eighteen characters count without their check digit: who mistypes one has written the others. Or the old fifteen with a date. */
function isIdNumber(text: string): boolean {
  if (text.length === 15) return isDate(`19${text.slice(6, 12)}`)
  if (text.length !== 18) return false
  return isDate(text.slice(6, 14)) || /x$/i.test(text) || !(isCard(text) || startsLikeACard(text))
}

function isDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number)
  return (
    Number(year) >= 1900 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  )
}

/** The check digit of card numbers (Luhn). */
function isCard(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
