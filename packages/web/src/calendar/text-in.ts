/** The text of a file: UTF-8 when it is valid, otherwise GBK, as Chinese spreadsheets save it. */
export function textIn(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gbk').decode(bytes)
  }
}
