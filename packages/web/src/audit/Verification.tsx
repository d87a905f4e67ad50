import { SafetyCertificateOutlined } from '@ant-design/icons'
import type { AuditVerification } from '@zhuowei/contract/audit.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './Verification.module.css'

/** Whether anything was changed, deleted or slipped in since it was written; asking is itself recorded. */
export function Verification() {
  const verify = useCommand(() => client.audit.verify(), { changes: ['audit'] })
  const result = verify.data
  return (
    <div className={styles.bar}>
      <div className={styles.ask}>
        <Button
          icon={<SafetyCertificateOutlined />}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          核对完整性
        </Button>
        {!result && (
          <p>
            每条记录都与前一条相连封存，改动、删除或插入都能查出 <ClauseChip clause="三.1" />
          </p>
        )}
        {result?.ok && <Intact result={result} />}
      </div>
      {verify.error && <RefusalBox error={verify.error} />}
      {result && !result.ok && <Broken result={result} />}
    </div>
  )
}

function Intact({ result }: { result: AuditVerification }) {
  return (
    <p role="status" className={styles.intact}>
      <strong>完好</strong>：已封存 {result.rows.toLocaleString('zh-CN')} 条，待封存 {result.unsealed} 条，
      <InstantText at={result.at} />
      {result.head && (
        <small>
          链尾第 {result.head.position} 环 <code>{result.head.hash.slice(0, 16)}</code>
          ，抄存在别处可以证明末尾没有被截断
        </small>
      )}
    </p>
  )
}

function Broken({ result }: { result: AuditVerification }) {
  const more = result.problemCount - result.problems.length
  return (
    <div className={styles.broken} role="alert">
      <strong>与封存时不一致：{result.problemCount} 处</strong>
      <ul>
        {result.problems.map((problem) => (
          <li key={`${problem.kind} ${problem.auditId} ${problem.position} ${problem.message}`}>
            {problem.message}
          </li>
        ))}
        {more > 0 && <li>另有 {more} 处</li>}
      </ul>
      <p>只有直接操作数据库的人能做到。请保存数据库备份，并查明谁有数据库的权限。</p>
    </div>
  )
}
