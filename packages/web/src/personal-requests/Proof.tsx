import { Link } from '@tanstack/react-router'
import type { ErasureProof } from '@zhuowei/contract/personal-requests.ts'
import { DateText } from '../ui/DateText.tsx'
import styles from './requests.module.css'

/** What was erased, counted and never quoted; and the texts of colleagues in which the person still has to be struck out. */
export function Proof({ proof }: { proof: ErasureProof }) {
  const { profile, importRows, storedReplies, mentions, more } = proof
  return (
    <section className={styles.step}>
      <h3>删除证明</h3>
      <ul className={styles.list}>
        <li>联系人的全部字段和电话</li>
        <li>{profile ? '受限画像' : '没有受限画像'}</li>
        <li>导入文件里的 {importRows} 行</li>
        <li>系统保存的 {storedReplies} 条应答</li>
      </ul>
      {mentions.length > 0 && (
        <>
          <h3>
            还提到本人的文字 {mentions.length} 处{more && '以上'}
          </h3>
          <p className={styles.note}>由写的人改掉姓名。</p>
          <ul className={styles.list}>
            {mentions.map((mention) => (
              <li key={`${mention.kind} ${mention.id}`}>
                <Mention mention={mention} />，<DateText date={mention.on} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Mention({ mention: { kind, id } }: { mention: ErasureProof['mentions'][number] }) {
  switch (kind) {
    case 'activity':
      return (
        <Link to="/activities/$activityId" params={{ activityId: id }}>
          拜访记录
        </Link>
      )
    case 'feedback':
      return (
        <Link to="/customers/$customerId" params={{ customerId: id }} search={{ tab: 'feedback' }}>
          反馈表
        </Link>
      )
    case 'background':
      return (
        <Link to="/customers/$customerId" params={{ customerId: id }} search={{ tab: 'background' }}>
          背景资料
        </Link>
      )
    case 'chain':
      return (
        <Link to="/customers/$customerId" params={{ customerId: id }} search={{ tab: 'chain' }}>
          决策链图
        </Link>
      )
    case 'report':
      return (
        <Link to="/reports/$reportId" params={{ reportId: id }}>
          工作汇报
        </Link>
      )
    case 'task':
      return (
        <Link to="/tasks" search={{ open: id }}>
          任务
        </Link>
      )
    case 'verbal_report':
      return <Link to="/verbal-reports">口头汇报</Link>
    case 'incident':
      return <Link to="/verbal-reports/incidents">问题事件</Link>
    case 'suggestion':
      return <Link to="/complaints/suggestions">建议</Link>
    case 'support_request':
      return <Link to="/support-requests">需要支持和资源</Link>
    case 'minutes':
      return (
        <Link to="/meetings/$meetingId" params={{ meetingId: id }}>
          会议
        </Link>
      )
  }
}
