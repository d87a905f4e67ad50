import * as z from 'zod'

/**
 * What is said of input where its shape says nothing itself. The Chinese sentences of Zod name types of the language (“期望 string”),
 * which nobody who fills in a form knows.
 */
export const inputWords = {
  ...z.locales.zhCN(),
  customError: (issue) => {
    if (issue.code !== 'invalid_type') return undefined
    if (issue.input === undefined) return '请填写'
    const word = typeWords[issue.expected]
    return word ? `这里应为${word}` : '这里的内容格式不对'
  },
} satisfies Parameters<typeof z.config>[0]

const typeWords: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
}
