/** 三.1: what a person promises at the first sign-in and every year. A new version of the text is asked again of everybody. */
export const confidentialityPromise = {
  version: '1',
  text: '我已阅读并承诺遵守以上条款：只为工作查看和使用系统中的资料，不截屏、不转发、不带出；离职时全部交回。我知道查看、导出和修改都会留下记录。',
} as const

const year = 365 * 24 * 60 * 60 * 1000

export function confidentialityDue(acknowledgedAt: Date | null, now: Date): boolean {
  return acknowledgedAt === null || now.getTime() - acknowledgedAt.getTime() > year
}
