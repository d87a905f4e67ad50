import { ProblemError } from '@zhuowei/contract/client.ts'
import { Button } from 'antd'
import styles from './AttachmentList.module.css'
import { sizeText } from './file-words.tsx'
import { type Place, type Sending, sendAgain, stopSending, useSending } from './sending.ts'

/** The files that are on their way, each with how far it is and the way out. */
export function SendingList({ place }: { place: Place }) {
  const sending = useSending(place)
  if (sending.length === 0) return null
  return (
    <ul className={styles.list} aria-label="正在上传">
      {sending.map((one) => (
        <li key={one.key}>
          <div className={styles.what}>
            <p>
              <strong>{one.file.name}</strong>
            </p>
            <small role="status" data-refused={one.state === 'refused'}>
              {standing(one)}
            </small>
            {one.state !== 'refused' && (
              <progress value={one.sent} max={one.file.size} aria-label={`${one.file.name} 的进度`} />
            )}
          </div>
          {one.state === 'refused' && typeof one.error !== 'string' && (
            <Button size="small" onClick={() => sendAgain(one.key)}>
              再试一次
            </Button>
          )}
          <Button size="small" type="text" onClick={() => stopSending(one.key)}>
            {one.state === 'refused' ? '知道了' : '取消'}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function standing({ state, sent, file, error }: Sending): string {
  const far = `${sizeText(sent)} / ${sizeText(file.size)}`
  switch (state) {
    case 'queued':
      return `等前面的传完，${sizeText(file.size)}`
    case 'sending':
      return sent < file.size ? far : '正在保存'
    case 'waiting':
      return `连接断了，恢复后自动接着传；已传 ${far}`
    case 'refused':
      return reasonOf(error)
  }
}

function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error
  if (!(error instanceof ProblemError)) return '上传出错，请再试一次'
  const { title, detail, errors } = error.problem
  return errors?.[0]?.message ?? detail ?? title
}
