import { DownloadOutlined } from '@ant-design/icons'
import { type Attachment, attachmentsApi, fileKindLabel } from '@zhuowei/contract/attachments.ts'
import { urlOf } from '@zhuowei/contract/client.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { InstantText } from '../ui/DateText.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './AttachmentList.module.css'
import { middleShortened } from './file-name.ts'
import { kindIcon, sizeText } from './file-words.tsx'
import { Preview } from './Preview.tsx'

export function AttachmentList({ items }: { items: readonly Attachment[] }) {
  const [shown, setShown] = useState<Attachment | null>(null)
  if (items.length === 0) return null
  return (
    <>
      <ul className={styles.list} aria-label="附件">
        {items.map((attachment) => (
          <li key={attachment.id}>
            <span className={styles.icon} aria-hidden="true">
              {kindIcon[attachment.kind]}
            </span>
            <div className={styles.what}>
              <p>
                <Name attachment={attachment} onShow={() => setShown(attachment)} />
                {attachment.notWhatNamed && (
                  <StateTag tone="amber">{notWhatNamed(attachment.notWhatNamed)}</StateTag>
                )}
                {attachment.pinned && <StateTag tone="brand">当前版本</StateTag>}
              </p>
              <small>
                {fileKindLabel[attachment.kind]}，{sizeText(attachment.size)}，{attachment.createdBy.name}{' '}
                <InstantText at={attachment.createdAt} />
              </small>
            </div>
            <Button
              size="small"
              type="text"
              icon={<DownloadOutlined />}
              aria-label={`下载 ${attachment.name}`}
              href={downloadOf(attachment)}
              download
            />
            {attachment.can.remove && <Remove attachment={attachment} />}
          </li>
        ))}
      </ul>
      {shown && <Preview attachment={shown} download={downloadOf(shown)} onClose={() => setShown(null)} />}
    </>
  )
}

/** A space stands between Chinese and a Latin word only: 内容不是图片, 内容不是 PDF. */
const notWhatNamed = (kind: string) => `内容不是${/^[A-Za-z]/.test(kind) ? ' ' : ''}${kind}`

const downloadOf = ({ id }: Attachment) => urlOf(attachmentsApi.content, { params: { id } })

/** Pictures and PDF open in place, everything else is downloaded. */
function Name({ attachment, onShow }: { attachment: Attachment; onShow: () => void }) {
  const { name, preview } = attachment
  const shown = usePhone() ? middleShortened(name) : name
  if (!preview) {
    return (
      <a className={styles.name} href={downloadOf(attachment)} title={name} download>
        {shown}
      </a>
    )
  }
  return (
    <button type="button" className={styles.name} title={name} onClick={onShow}>
      {shown}
    </button>
  )
}

function Remove({ attachment: { id, name } }: { attachment: Attachment }) {
  const offerUndo = useUndo()
  const params = { id }
  const changes = ['attachments', 'customers']
  const restore = useCommand(() => client.attachments.restore({ params }), { changes })
  const remove = useCommand(() => client.attachments.remove({ params }), {
    changes,
    onDone: () => offerUndo({ text: `已移除${name}`, undo: () => restore.mutate() }),
  })
  if (remove.error) return <RefusalBox error={remove.error} />
  return (
    <Button
      size="small"
      type="text"
      loading={remove.isPending}
      aria-label={`移除 ${name}`}
      onClick={() => remove.mutate()}
    >
      移除
    </Button>
  )
}
