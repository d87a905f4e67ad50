import { useQueryClient } from '@tanstack/react-query'
import type { BackgroundFact } from '@zhuowei/contract/background.ts'
import type { FactKind } from '@zhuowei/domain/background/fact.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { AutoComplete, Button, Input, Select } from 'antd'
import { client } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { DateField } from '../ui/DateField.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FormField } from '../ui/FormField.tsx'
import { isComposing } from '../ui/ime.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { type FieldControl, type ProblemForm, useProblemForm } from '../ui/useProblemForm.ts'
import styles from './Background.module.css'
import { FactConflict } from './FactConflict.tsx'
import { type FactInputs, type FieldOfFact, factOf, fieldsOfKind, inputsOf } from './fact-inputs.ts'

const sources = ['客户告知', '现场查看', '招标公告', '中标公示', '客户网站', '合同和验收资料']

interface FactFormProps {
  customerId: string
  kind: FactKind
  /** Null for a new one. */
  fact: BackgroundFact | null
  title: string
  given: FactInputs
  offered: string | undefined
  onSaved: (fact: BackgroundFact) => void
  onClose: () => void
}

interface Inputs extends FactInputs {
  base: { inputs: FactInputs; version: number }
}

/** One fact, in place at the desk and from below on the phone; Enter keeps it, Esc puts it aside as a draft. */
export function FactForm(props: FactFormProps) {
  const { title, onClose } = props
  const phone = usePhone()
  if (!phone) return <Fields {...props} />
  return (
    <Sheet open onClose={onClose} title={title} placement="bottom" size="92%">
      <Fields {...props} />
    </Sheet>
  )
}

function Fields({ customerId, kind, fact, title, given, offered, onSaved, onClose }: FactFormProps) {
  const { person } = useSession()
  const queryClient = useQueryClient()
  const today = shanghaiDate(useNow())
  const held = inputsOf(kind, fact, {})
  const saved = (result: BackgroundFact) => {
    reloadModules(queryClient, ['background', 'customers', 'contacts', 'today'])
    onSaved(result)
  }
  const form = useProblemForm<Inputs, BackgroundFact>({
    initial: {
      ...inputsOf(kind, fact, { learnedOn: today, ...given }),
      base: { inputs: held, version: fact?.version ?? 0 },
    },
    extraFields: ['kind'],
    draft: {
      owner: person.id,
      key: `background-${fact?.id ?? [customerId, kind, offered].filter(Boolean).join('-')}`,
    },
    send: ({ base, ...mine }, idempotencyKey) => {
      const body = factOf(kind, mine)
      if (!fact) return client.background.record({ params: { id: customerId }, body, idempotencyKey })
      return client.background.update({
        params: { id: fact.id },
        body: { ...body, version: base.version },
      })
    },
    onDone: saved,
  })
  const { base, ...mine } = form.values
  const isConflict = fact !== null && form.problem?.code === 'version_conflict'
  return (
    <form
      className={styles.form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) onClose()
      }}
    >
      <div className={styles.inputs}>
        {fieldsOfKind(kind).map((field, index) => (
          <FactField key={field.name} form={form} field={field} today={today} isFirst={index === 0} />
        ))}
      </div>
      {form.refusal !== null && !isConflict && <RefusalBox error={form.refusal} />}
      <div className={styles.foot}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          {fact ? '保存' : '记下'}
        </Button>
        <Button onClick={onClose}>取消</Button>
        <DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />
      </div>
      {isConflict && (
        <FactConflict
          fact={fact}
          current={form.problem?.facts?.current}
          original={base.inputs}
          mine={mine}
          onSaved={(result) => {
            form.draft.clear()
            saved(result)
          }}
          onGiveUp={() => {
            form.draft.clear()
            void queryClient.invalidateQueries({ queryKey: ['background'] })
            onClose()
          }}
        />
      )}
    </form>
  )
}

const sizeOf = { text: 'middle', choice: 'middle', number: 'short', date: 'short', lines: 'wide' } as const

interface FactFieldProps {
  form: ProblemForm<Inputs>
  field: FieldOfFact
  today: string
  isFirst: boolean
}

function FactField({ form, field, today, isFirst }: FactFieldProps) {
  const { name, label, required = false, prompt } = field
  return (
    <div data-size={sizeOf[field.control]}>
      <FormField form={form} name={name} label={label} required={required} prompt={prompt}>
        {(control) => (
          <Control
            field={field}
            today={today}
            isFirst={isFirst}
            control={control}
            set={(text) => form.set(name, text)}
          />
        )}
      </FormField>
    </div>
  )
}

interface ControlProps extends Omit<FactFieldProps, 'form'> {
  control: FieldControl<string | undefined>
  set: (text: string) => void
}

function Control({ field, today, isFirst, control: { value = '', ...control }, set }: ControlProps) {
  if (field.name === 'source') {
    return (
      <AutoComplete
        {...control}
        value={value}
        options={sources.map((source) => ({ value: source }))}
        showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
        onChange={set}
      />
    )
  }
  switch (field.control) {
    case 'choice':
      return (
        <Select
          {...control}
          autoFocus={isFirst}
          value={value || undefined}
          placeholder="请选择"
          options={Object.entries(field.labels ?? {}).map(([code, label]) => ({ value: code, label }))}
          onChange={set}
        />
      )
    case 'date':
      return (
        <DateField
          {...control}
          value={value}
          max={field.name === 'learnedOn' ? today : undefined}
          onChange={set}
        />
      )
    case 'lines':
      return (
        <Input.TextArea
          {...control}
          value={value}
          maxLength={2000}
          autoSize={{ minRows: 2 }}
          onChange={({ target }) => set(target.value)}
        />
      )
    default:
      return (
        <Input
          {...control}
          autoFocus={isFirst}
          autoComplete="off"
          inputMode={field.control === 'number' ? 'decimal' : 'text'}
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      )
  }
}
