import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import type { PaperCell } from '@zhuowei/domain/feedback/paper.ts'
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'

/** In twentieths of a point; together what A4 leaves between its margins of 2 cm. */
const widths = [1500, 2100, 3438, 2600]
const margin = 1134
const a4 = { width: 11_906, height: 16_838 }

/** The 附表 as a page of Word. */
export function formDocument(paper: PaperCell[][], mark: string): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title: columns.title,
      creator: '卓维',
      styles: { default: { document: { run: { font: { ascii: 'Calibri', eastAsia: '宋体' }, size: 21 } } } },
      sections: [
        {
          properties: {
            page: { size: a4, margin: { top: margin, bottom: margin, left: margin, right: margin } },
          },
          footers: {
            default: new Footer({
              children: [centred(new TextRun({ text: mark, size: 16, color: '666666' }))],
            }),
          },
          children: [
            centred(new TextRun({ text: columns.title, bold: true, size: 32 })),
            new Table({
              layout: TableLayoutType.FIXED,
              width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
              columnWidths: widths,
              rows: paper.map(
                (cells) => new TableRow({ cantSplit: true, children: cells.map((cell) => tableCell(cell)) }),
              ),
            }),
          ],
        },
      ],
    }),
  )
}

const centred = (run: TextRun) =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 160 }, children: [run] })

function tableCell({ text, isHeading, columns: across = 1, rows: down = 1 }: PaperCell): TableCell {
  return new TableCell({
    columnSpan: across,
    rowSpan: down,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: isHeading ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text: line, bold: isHeading === true })],
        }),
    ),
  })
}
