import { ArrowRightOutlined } from '@ant-design/icons'
import {
  type ImportDetail,
  type ImportField,
  type ImportMapping,
  importFieldLabel,
  importFields,
  requiredImportFields,
} from '@zhuowei/contract/import-shapes.ts'
import { Select } from 'antd'
import styles from './ColumnMapping.module.css'

interface ColumnMappingProps {
  one: ImportDetail
  mapping: ImportMapping
  onChange: (mapping: ImportMapping) => void
}

/** Each column of the file with what stands in it, and the field that it fills. */
export function ColumnMapping({ one, mapping, onChange }: ColumnMappingProps) {
  return (
    <ul className={styles.columns}>
      {one.headers.map((header, column) => {
        const field = mapping[column] ?? null
        const name = header || `第 ${column + 1} 列`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may have two columns of one name
          <li key={column} data-mapped={field !== null}>
            <span className={styles.heading}>{name}</span>
            <span className={styles.examples} title={examplesOf(one, column).join('\n')}>
              {examplesOf(one, column).join('，') || '空'}
            </span>
            <ArrowRightOutlined className={styles.arrow} />
            <Select
              aria-label={`${name} 对应`}
              value={field}
              placeholder="不导入"
              allowClear={{ label: '清除' }}
              showSearch={{ optionFilterProp: 'label' }}
              options={optionsFor(field, mapping)}
              onChange={(next: ImportField | undefined) =>
                onChange(mapping.map((before, index) => (index === column ? (next ?? null) : before)))
              }
            />
          </li>
        )
      })}
    </ul>
  )
}

function examplesOf(one: ImportDetail, column: number): string[] {
  const below = one.preview.filter(({ rowNo }) => rowNo > (one.headerRow ?? 0))
  const values = below.map(({ cells }) => cells[column] ?? '').filter((value) => value !== '')
  return [...new Set(values)].slice(0, 3)
}

const contactFields = importFields.slice(importFields.indexOf('department'))

/** A field can be filled by one column only; 备注 takes several. */
function optionsFor(own: ImportField | null, mapping: ImportMapping) {
  const option = (field: ImportField) => ({
    value: field,
    label: importFieldLabel[field],
    disabled: field !== own && field !== 'remarks' && mapping.includes(field),
  })
  const isRequired = (field: ImportField) => requiredImportFields.some((required) => required === field)
  return [
    { label: '必填', options: requiredImportFields.map(option) },
    {
      label: '客户',
      options: importFields
        .filter((field) => !isRequired(field) && !contactFields.includes(field))
        .map(option),
    },
    { label: '联系人', options: contactFields.map(option) },
  ]
}
