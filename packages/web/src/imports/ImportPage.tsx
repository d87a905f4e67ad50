import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ImportDetail, importStateLabel } from '@zhuowei/contract/import-shapes.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { read } from '../app/client.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { CheckedStep } from './CheckedStep.tsx'
import { tones } from './ImportHistory.tsx'
import styles from './ImportPage.module.css'
import { type ImportStep, ImportSteps } from './ImportSteps.tsx'
import { MappingStep } from './MappingStep.tsx'
import { ResultStep } from './ResultStep.tsx'
import { WorkingStep } from './WorkingStep.tsx'

const route = getRouteApi('/shell/customers/import/$importId')

/** One import, at the step where it stands. While the server works on it the page looks again every second. */
export function ImportPage() {
  const { importId } = route.useParams()
  const navigate = useNavigate()
  const phone = usePhone()
  const [remapping, setRemapping] = useState(false)
  const { data, error, refetch } = useQuery({
    ...read('imports', 'get', { params: { id: importId } }),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 1000 : false),
  })
  const restart = () => void navigate({ to: '/customers/import' })
  if (!data) {
    return (
      <Page>{error ? <RefusalBox error={error} onRetry={() => void refetch()} /> : <PageSkeleton />}</Page>
    )
  }
  const mapping = data.state === 'mapping' || (data.state === 'checked' && remapping)
  const step = mapping ? '对应列' : stepOf[data.state]
  return (
    <Page>
      <PageHeader
        title="导入客户"
        note={
          <span className={styles.file}>
            {data.fileName}
            <StateTag tone={tones[data.state]}>{importStateLabel[data.state]}</StateTag>
          </span>
        }
        onBack={restart}
        extra={
          // On the phone the way back in the head says the same.
          phone ? undefined : (
            <Button onClick={restart}>{data.state === 'mapping' ? '换一个文件' : '全部导入记录'}</Button>
          )
        }
      />
      <ImportSteps key={`at ${step}`} current={step} />
      {mapping ? (
        // A changed header line brings other columns: the form starts anew with them.
        <MappingStep
          key={`${data.sheetNo} ${data.headerRow}`}
          one={data}
          onChecking={() => setRemapping(false)}
        />
      ) : isWorking(data) ? (
        <WorkingStep key={data.state} one={data} />
      ) : data.state === 'checked' ? (
        <CheckedStep one={data} onRemap={() => setRemapping(true)} />
      ) : (
        <ResultStep one={data} />
      )}
    </Page>
  )
}

const isWorking = ({ state }: Pick<ImportDetail, 'state'>) =>
  state === 'reading' || state === 'checking' || state === 'running'

const stepOf: Record<ImportDetail['state'], ImportStep> = {
  reading: '上传',
  mapping: '对应列',
  checking: '预检',
  checked: '预检',
  running: '导入',
  done: '结果',
  failed: '结果',
  cancelled: '结果',
  undone: '结果',
}
