import type { ImportDetail } from '@zhuowei/contract/import-shapes.ts'
import { Select } from 'antd'
import { useId } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import styles from './HeaderChoice.module.css'
import { number } from './sentences.ts'

/** Which sheet, which line is the header, and the first lines as they stand in the file. */
export function HeaderChoice({ one }: { one: ImportDetail }) {
  const headerId = useId()
  const choose = useCommand(
    ({ sheetNo, headerRow }: { sheetNo: number; headerRow: number }) =>
      client.imports.chooseHeader({
        params: { id: one.id },
        body: { sheetNo, headerRow, version: one.version },
      }),
    { changes: ['imports'] },
  )
  const lines = one.preview.map(({ rowNo, cells }) => ({
    value: rowNo,
    label: `第 ${rowNo} 行：${cells.filter(Boolean).slice(0, 5).join('、')}`,
  }))
  return (
    <Panel title="文件" note={one.headerRow ? `表头以下 ${number(one.totalRows)} 行` : undefined}>
      <div className={styles.choices}>
        {one.sheets.length > 1 && (
          <Segments
            label="工作表"
            value={String(one.sheetNo)}
            options={one.sheets.map(({ no, name, rows }) => ({
              value: String(no),
              label: name,
              count: rows,
            }))}
            onChange={(value) => {
              const sheet = one.sheets.find(({ no }) => String(no) === value)
              if (sheet) choose.mutate({ sheetNo: sheet.no, headerRow: sheet.headerRow ?? 1 })
            }}
          />
        )}
        <div className={styles.header}>
          <label htmlFor={headerId}>表头是</label>
          <Select
            id={headerId}
            value={one.headerRow}
            placeholder="请指出哪一行是表头"
            options={lines}
            loading={choose.isPending}
            onChange={(headerRow: number) => choose.mutate({ sheetNo: one.sheetNo, headerRow })}
          />
        </div>
      </div>
      {choose.error && <RefusalBox error={choose.error} />}
      {one.headerRow === null && (
        <p className={styles.hint}>
          前十行里没有认出表头（至少要有“客户名称”“联系人”“联系电话”这样的两列）。请在上面指出哪一行是表头，再逐列对应；没有表头的文件请先加一行，或用“下载模板”。
        </p>
      )}
      {one.headerRow !== null && one.totalRows === 0 && (
        <p className={styles.hint}>这一行以下没有客户，请另选表头{one.sheets.length > 1 && '或工作表'}。</p>
      )}
      <FirstLines one={one} />
    </Panel>
  )
}

const shownLines = 4

function FirstLines({ one }: { one: ImportDetail }) {
  const from = Math.max(0, one.preview.findIndex(({ rowNo }) => rowNo === one.headerRow) - 1)
  const lines = one.preview.slice(from, from + shownLines + 1)
  const width = Math.max(...lines.map(({ cells }) => cells.length), 1)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label="文件的前几行" tabIndex={0}>
      <table className={styles.lines}>
        <tbody>
          {lines.map(({ rowNo, cells }) => (
            <tr key={rowNo} data-header={rowNo === one.headerRow}>
              <th scope="row">{rowNo}</th>
              {Array.from({ length: width }, (_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column of a file has no other name
                <td key={column}>{cells[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
