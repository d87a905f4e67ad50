import ExcelJS from 'exceljs'

/** The exported form with some answers written otherwise, by the words beside them, as a person saves it in Excel. */
export async function filledIn(exported: Buffer, answers: Record<string, string>): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(exported).buffer)
  for (const row of book.worksheets[0]?.getRows(1, 40) ?? []) {
    for (const [label, text] of Object.entries(answers)) {
      const column = [1, 2].find((at) => row.getCell(at).text === label)
      if (column) row.getCell(column + 1).value = text
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}
