import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { signOut } from '../app/sign-out.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './ConfidentialityPage.module.css'
import { Door } from './Door.tsx'
import { goOn } from './enter.ts'

const route = getRouteApi('/confidentiality')

/** 三.1 at the first sign-in and every year: the clause as it is written, then our sentence. */
export function ConfidentialityPage() {
  const router = useRouter()
  const { target } = route.useSearch()
  const { person } = useSession()
  const promise = useQuery(read('session', 'confidentiality'))
  const [hasRead, setHasRead] = useState(false)
  const form = useProblemForm({
    initial: {},
    send: () => client.session.acknowledgeConfidentiality({ body: { version: promise.data?.version ?? '' } }),
    onDone: () => void goOn(router.history, target),
  })
  const last = promise.data?.acknowledgedAt
  return (
    <Door
      title="保密承诺"
      note={
        last ? (
          <>
            上次确认：
            <InstantText at={last} />
            ，每年确认一次。
          </>
        ) : (
          `${person.name}，第一次登录先确认这一条，以后每年一次。`
        )
      }
      foot={
        <Button type="link" size="small" onClick={signOut}>
          暂不确认，退出登录
        </Button>
      }
    >
      {promise.error && <RefusalBox error={promise.error} onRetry={() => void promise.refetch()} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <blockquote className={styles.clause} aria-busy={promise.isPending}>
          {promise.data?.clause} <ClauseChip clause="三.1" />
        </blockquote>
        <p className={styles.text}>{promise.data?.text}</p>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <Checkbox checked={hasRead} onChange={(event) => setHasRead(event.target.checked)}>
          我已阅读，承诺遵守
        </Checkbox>
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          disabled={!hasRead || !promise.data}
          loading={form.submitting}
        >
          {hasRead ? '确认' : '先勾选“我已阅读”'}
        </Button>
      </form>
    </Door>
  )
}
