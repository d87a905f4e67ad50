import { useRouter } from '@tanstack/react-router'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import { useState } from 'react'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { CustomerChooser } from './CustomerChooser.tsx'
import { CustomerQuickCreate } from './CustomerQuickCreate.tsx'
import { NextSteps } from './NextSteps.tsx'
import { Unfinished } from './Unfinished.tsx'
import styles from './VisitInputs.module.css'

interface ChooseCustomerProps {
  title: string
  kind: VisitKind
  onChoose: (customerId: string) => void
}

/** A visit is always at a customer, an old one or a new one. */
export function ChooseCustomer({ title, kind, onChoose }: ChooseCustomerProps) {
  const { rights, greeting } = useSession()
  const router = useRouter()
  const phone = usePhone()
  const [creating, setCreating] = useState<string | null>(null)
  const maySeeNew = rights.includes('customers.write')
  const header = (
    <PageHeader
      title={creating === null ? title : '新客户'}
      note={
        creating === null ? (
          <>
            先选客户 <ClauseChip clause="六.2.3)③" />
          </>
        ) : (
          <>
            五项必填，其余以后补 <ClauseChip clause="六.2.3)②" />
          </>
        )
      }
      onBack={() => (creating === null ? router.history.back() : setCreating(null))}
    />
  )
  if (creating !== null) {
    return (
      <Page>
        {header}
        <CustomerQuickCreate
          name={creating}
          kind={kind}
          onCreated={({ id }) => onChoose(id)}
          onChoose={onChoose}
          onClose={() => setCreating(null)}
        />
      </Page>
    )
  }
  const chooser = (
    <Panel flush>
      <CustomerChooser onChoose={onChoose} onCreate={maySeeNew ? setCreating : undefined} />
    </Panel>
  )
  return (
    <Page>
      {header}
      {kind === 'call' && (
        <p className={styles.greeting}>
          {greeting} <ClauseChip clause="三.7" />
        </p>
      )}
      {phone ? (
        <>
          <Unfinished onChoose={onChoose} />
          {chooser}
        </>
      ) : (
        <Columns>
          {chooser}
          <Stack>
            <Unfinished onChoose={onChoose} />
            <NextSteps />
          </Stack>
        </Columns>
      )}
    </Page>
  )
}
