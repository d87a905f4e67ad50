import { DeleteOutlined, FilterOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { read } from '../app/client.ts'
import { Segments } from '../ui/Segments.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import styles from './ConditionBuilder.module.css'
import {
  contradicted,
  countOfConditions,
  type Field,
  fieldWords,
  type Line,
  type LineGroup,
  linesOf,
  newGroup,
  newLine,
  opWords,
  textOf,
  unusedField,
  whereOf,
} from './conditions.ts'

interface ConditionsProps {
  where: string | undefined
  onChange: (where: string | undefined) => void
}

/** The verb above the rows; the number says how many conditions hold. */
export function ConditionsButton(props: ConditionsProps) {
  const [open, setOpen] = useState(false)
  const count = countOfConditions(props.where)
  return (
    <>
      <Button icon={<FilterOutlined />} onClick={() => setOpen(true)}>
        {count > 0 ? `条件 ${count}` : '条件'}
      </Button>
      {open && <ConditionDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const joins = [
  { value: 'and' as const, label: '并且' },
  { value: 'or' as const, label: '或者' },
]

/** 字段、条件、值 line by line; lines of a group by 并且 or 或者, and the groups among themselves. */
function ConditionDialog({ where, onChange, onClose }: ConditionsProps & { onClose: () => void }) {
  const known = whereOf(where)
  const [join, setJoin] = useState(known?.join ?? 'and')
  const [groups, setGroups] = useState(() => (known ? linesOf(known) : [newGroup()]))
  const text = textOf(join, groups)
  const change = (key: string, next: Partial<LineGroup>) =>
    setGroups(groups.map((group) => (group.key === key ? { ...group, ...next } : group)))
  const changeLines = ({ key }: LineGroup, lines: Line[]) =>
    lines.length > 0 ? change(key, { lines }) : setGroups(groups.filter((group) => group.key !== key))
  return (
    <Dialog
      open
      width={680}
      title="按条件选客户"
      okText={text === null ? '先填完条件' : '用这些条件'}
      cancelText={where ? '清除条件' : '取消'}
      okButtonProps={{ disabled: text === null }}
      onOk={() => {
        onChange(text ?? undefined)
        onClose()
      }}
      cancelButtonProps={{
        onClick: () => {
          if (where) onChange(undefined)
          onClose()
        },
      }}
      onCancel={onClose}
    >
      <div className={styles.groups}>
        {groups.map((group, index) => (
          <div key={group.key}>
            {index > 0 && (
              <div className={styles.between}>
                <Segments label="各组之间" value={join} options={joins} onChange={setJoin} />
              </div>
            )}
            <fieldset className={styles.group} aria-label={`第 ${index + 1} 组条件`}>
              {group.lines.map((line, at) => (
                <ConditionLine
                  key={line.key}
                  line={line}
                  name={`第 ${index + 1} 组第 ${at + 1} 条`}
                  onChange={(next) =>
                    changeLines(
                      group,
                      group.lines.map((one) => (one.key === line.key ? next : one)),
                    )
                  }
                  onRemove={() =>
                    changeLines(
                      group,
                      group.lines.filter((one) => one.key !== line.key),
                    )
                  }
                />
              ))}
              <NobodyFits group={group} />
              <div className={styles.foot}>
                <Button
                  size="small"
                  type="text"
                  icon={<PlusOutlined />}
                  disabled={group.lines.length >= 10}
                  onClick={() => changeLines(group, [...group.lines, newLine(unusedField(group.lines))])}
                >
                  加一条
                </Button>
                {group.lines.length > 1 && (
                  <Segments
                    label={`第 ${index + 1} 组各条之间`}
                    value={group.join}
                    options={joins}
                    onChange={(next) => change(group.key, { join: next })}
                  />
                )}
              </div>
            </fieldset>
          </div>
        ))}
        <div>
          <Button
            size="small"
            icon={<PlusOutlined />}
            disabled={groups.length >= 5}
            onClick={() => setGroups([...groups, newGroup()])}
          >
            加一组
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

function NobodyFits({ group }: { group: LineGroup }) {
  const field = contradicted(group)
  return (
    <p className={styles.hint} role="status">
      {field &&
        `每家客户只有一个${fieldWords[field].label}，这样选不到客户。请改用“或者”，或在一条里选几个。`}
    </p>
  )
}

interface ConditionLineProps {
  line: Line
  name: string
  onChange: (line: Line) => void
  onRemove: () => void
}

function ConditionLine({ line, name, onChange, onRemove }: ConditionLineProps) {
  const { kind } = fieldWords[line.field]
  return (
    <div className={styles.line}>
      <Select
        aria-label={`${name}：字段`}
        value={line.field}
        options={Object.entries(fieldWords).map(([value, { label }]) => ({ value, label }))}
        onChange={(field: string) => onChange({ ...newLine(field as Field), key: line.key })} // the keys of the table
      />
      <Select
        aria-label={`${name}：条件`}
        value={line.op}
        options={Object.entries(opWords[kind]).map(([value, label]) => ({ value, label }))}
        onChange={(op) => onChange({ ...line, op })}
      />
      <ValueInput line={line} name={`${name}：值`} onChange={(value) => onChange({ ...line, value })} />
      <Button type="text" icon={<DeleteOutlined />} aria-label={`去掉${name}`} onClick={onRemove} />
    </div>
  )
}

function ValueInput({
  line,
  name,
  onChange,
}: {
  line: Line
  name: string
  onChange: (value: Line['value']) => void
}) {
  const { kind, unit } = fieldWords[line.field]
  const options = useOptions(line.field)
  const { value } = line
  if (kind === 'text')
    return (
      <Input
        aria-label={name}
        maxLength={40}
        value={typeof value === 'string' ? value : ''}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  if (kind === 'number')
    return (
      <InputNumber
        aria-label={name}
        min={0}
        max={10_000}
        precision={0}
        suffix={unit}
        style={{ width: '100%' }}
        value={typeof value === 'number' ? value : null}
        onChange={onChange}
      />
    )
  return (
    <Select
      mode="multiple"
      aria-label={name}
      placeholder="可以选几个"
      optionFilterProp="label"
      value={Array.isArray(value) ? value : []}
      options={options}
      onChange={onChange}
    />
  )
}

/** Regions, owners and labels are the division's own. */
function useOptions(field: Field): { value: string; label: string }[] {
  const regions = useQuery({ ...read('organisation', 'regions', {}), enabled: field === 'regionId' })
  const people = useQuery({
    ...read('organisation', 'people', { query: { role: ['spm', 'pm'], limit: 200 } }),
    enabled: field === 'ownerId',
  })
  const tags = useQuery({ ...read('tags', 'list'), enabled: field === 'tagId' })
  const named = (items: readonly { id: string; name: string }[] | undefined) =>
    (items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  if (field === 'regionId') return named(regions.data?.items)
  if (field === 'ownerId') return [...named(people.data?.items), { value: 'none', label: '经理池' }]
  if (field === 'tagId') return named(tags.data)
  return Object.entries(fieldWords[field].values ?? {}).map(([value, label]) => ({ value, label }))
}
