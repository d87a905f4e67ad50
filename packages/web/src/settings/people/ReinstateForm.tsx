import { useQueryClient } from '@tanstack/react-query'
import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { Button, Checkbox } from 'antd'
import { client } from '../../app/client.ts'
import { useSession } from '../../app/session.ts'
import { DateField } from '../../ui/DateField.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { RefusalBox } from '../../ui/RefusalBox.tsx'
import { useUndo } from '../../ui/UndoBar.tsx'
import { useProblemForm } from '../../ui/useProblemForm.ts'
import styles from './PersonCard.module.css'

/** A wrong departure is undone; somebody who comes back gets a new entry date. */
export function ReinstateForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const queryClient = useQueryClient()
  const say = useUndo()
  const { today } = useSession()
  const form = useProblemForm({
    initial: { entryDate: '', returnCustomers: true },
    send: ({ entryDate, returnCustomers }) =>
      client.organisation.reinstate({
        params: { id: person.id },
        body: { entryDate: entryDate || null, returnCustomers, version: person.version },
      }),
    onDone: ({ customers }) => {
      void queryClient.invalidateQueries({ queryKey: ['organisation'] })
      say({ text: `${person.name}已复职${customers > 0 ? `，收回客户 ${customers} 个` : ''}` })
      onClose()
    },
  })
  const leavingDate = person.record?.leavingDate
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <p>
        {leavingDate && (
          <>
            最后工作日登记为 <DateText date={leavingDate} full />。
          </>
        )}
        片区经理和下属不会自动换回，需要时另行指定。
      </p>
      <FormField form={form} name="entryDate" label="重新入职日期" prompt="只是登记错了就不填">
        {(control) => <DateField {...control} onChange={(date) => form.set('entryDate', date)} />}
      </FormField>
      {form.values.entryDate > today ? (
        <p>到岗以前客户仍由接收人负责，到岗后由经理移交。</p>
      ) : (
        <Checkbox
          checked={form.values.returnCustomers}
          onChange={(event) => form.set('returnCustomers', event.target.checked)}
        >
          收回当时移交、接收人仍在负责的客户
        </Checkbox>
      )}
      {form.refusal !== null && <RefusalBox error={form.refusal} />}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={form.submitting}>
          {form.values.entryDate ? '重新入职' : '撤销离职'}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  )
}
