import { UploadOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Radio } from 'antd'
import { useRef } from 'react'
import { FormField, FormFields } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import styles from './ImportPage.module.css'
import { textIn } from './text-in.ts'

export interface ImportValues {
  text: string
  kind: 'notice' | 'days'
  year: number
}

/** What it is, and the text itself: pasted, or read from a file on this device. */
export function ImportInputs({ form }: { form: ProblemForm<ImportValues> }) {
  return (
    <FormFields>
      <FormField
        form={form}
        name="kind"
        label="这是"
        help={
          form.values.kind === 'notice'
            ? '没有列出的日子按平常的周计；手工改过的日子保留。'
            : '只改列出的日子，来源记为手工。'
        }
      >
        {(control) => (
          <div className={styles.year}>
            <Radio.Group
              id={control.id}
              value={control.value}
              onChange={({ target }) => form.set('kind', target.value)}
              options={[
                { value: 'notice', label: '国务院办公厅的全年放假通知' },
                { value: 'days', label: '本公司的个别日子' },
              ]}
            />
            {form.values.kind === 'notice' && (
              <InputNumber
                aria-label="年份"
                controls={false}
                min={2020}
                max={2100}
                value={form.values.year}
                suffix="年"
                onChange={(year) => form.set('year', year ?? form.values.year)}
              />
            )}
          </div>
        )}
      </FormField>
      <FormField form={form} name="text" label="内容" required extra={<FileButton form={form} />}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 10, maxRows: 22 }}
            placeholder="把通知的正文粘贴在这里，或选择文件"
            onChange={(event) => form.set('text', event.target.value)}
          />
        )}
      </FormField>
      <p className={styles.formats}>
        能识别：通知正文（“一、元旦：1月1日至3日放假。1月4日上班。”）；表格（日期，类型，名称，每行一天，类型写休、班或工作日、休息日、法定节假日、调休上班）；网上常见的
        JSON（date、name、isOffDay）。文件可以是 TXT、CSV 或 JSON，UTF-8 或 GBK。
      </p>
    </FormFields>
  )
}

function FileButton({ form }: { form: ProblemForm<ImportValues> }) {
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (file) form.set('text', textIn(await file.arrayBuffer()))
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <Button size="small" icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        选择文件
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".txt,.csv,.json,text/plain,text/csv,application/json"
        onChange={(event) => void take(event.target.files?.[0])}
      />
    </>
  )
}
