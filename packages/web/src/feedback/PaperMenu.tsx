import { DownOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { urlOf } from '@zhuowei/contract/client.ts'
import type { FeedbackForm } from '@zhuowei/contract/feedback.ts'
import { type FormFile, feedbackPapersApi } from '@zhuowei/contract/feedback-papers.ts'
import { Button, Dropdown } from 'antd'

/** 六.3.2)③ the 附表 as a file or on paper, and back from a file. */
export function PaperMenu({ form: { customer, can } }: { form: FeedbackForm }) {
  const navigate = useNavigate()
  const { id } = customer
  const download = (format: FormFile, label: string) => ({
    key: format,
    label: (
      <a href={urlOf(feedbackPapersApi.file, { params: { id }, query: { format } })} download>
        {label}
      </a>
    ),
  })
  const toPrint = () => navigate({ to: '/customers/$customerId/feedback/print', params: { customerId: id } })
  const toImport = () => navigate({ to: '/customers/feedback/import', search: { customerId: id } })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          download('xlsx', '导出 Excel'),
          download('docx', '导出 Word'),
          { key: 'print', label: '打印', onClick: () => void toPrint() },
          ...(can.edit ? [{ key: 'import', label: '导入填好的表', onClick: () => void toImport() }] : []),
        ],
      }}
    >
      <Button size="small" icon={<DownOutlined />} iconPlacement="end">
        附表
      </Button>
    </Dropdown>
  )
}
