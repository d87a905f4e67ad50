import { DownloadOutlined } from '@ant-design/icons'
import { type Attachment, attachmentsApi } from '@zhuowei/contract/attachments.ts'
import { urlOf } from '@zhuowei/contract/client.ts'
import { Button } from 'antd'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import styles from './Preview.module.css'

interface PreviewProps {
  attachment: Attachment
  download: string
  onClose: () => void
}

/** A picture or a PDF over the page. */
export function Preview({ attachment, download, onClose }: PreviewProps) {
  return (
    <Dialog
      open
      title={<span className={styles.title}>{attachment.name}</span>}
      width={960}
      centered
      onCancel={onClose}
      footer={
        <Button icon={<DownloadOutlined />} href={download} download>
          下载
        </Button>
      }
    >
      <Content attachment={attachment} />
    </Dialog>
  )
}

/** A phone shows no PDF inside a page; there its own viewer opens it. */
function Content({ attachment: { id, name, preview } }: { attachment: Attachment }) {
  const view = urlOf(attachmentsApi.content, { params: { id }, query: { as: 'view' } })
  if (preview === 'picture') return <img className={styles.picture} src={view} alt={name} />
  if (navigator.pdfViewerEnabled) return <iframe className={styles.pdf} src={view} title={name} />
  return (
    <EmptyState
      title="这台设备不能在页面里显示 PDF"
      note="用系统的阅读器打开，看完返回这里。"
      action={
        <Button type="primary" href={view} target="_blank" rel="noopener">
          打开
        </Button>
      }
    />
  )
}
