import ExcelJS from 'exceljs'

/** The exported form with one answer written beside its label, as a person saves it in Excel. */
export async function filledForm(exported: string, label: string, answer: string) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(exported)
  for (const row of book.worksheets[0]?.getRows(1, 30) ?? [])
    if (row.getCell(1).text === label) row.getCell(2).value = answer
  return {
    name: '填好的表.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  }
}
