import type { ParameterDecision, RegulationParameter } from '@zhuowei/contract/regulation.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { InstantText } from '../ui/DateText.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import styles from './DecisionList.module.css'

const states: Record<ParameterDecision['state'], { word: string; tone: Tone }> = {
  upcoming: { word: '将生效', tone: 'amber' },
  current: { word: '现行', tone: 'green' },
  past: { word: '已过', tone: 'grey' },
}

/** Who changed it when and why, the newest first; the default stands at the end, as it was at the beginning. */
export function DecisionList({
  parameter,
  divisionId,
}: {
  parameter: RegulationParameter
  divisionId: string
}) {
  return (
    <section className={styles.history}>
      <h2>历史</h2>
      <ol>
        {parameter.decisions.map((decision) => (
          <Decision
            key={decision.effectiveFrom}
            decision={decision}
            parameterKey={parameter.key}
            divisionId={divisionId}
          />
        ))}
        <li>
          <p>
            <b>{parameter.defaultText}</b>
            <span>{parameter.mark === '制度依据' ? '制度原文' : '系统默认'}</span>
          </p>
        </li>
      </ol>
    </section>
  )
}

interface DecisionProps {
  decision: ParameterDecision
  parameterKey: string
  divisionId: string
}

function Decision({ decision, parameterKey, divisionId }: DecisionProps) {
  const [withdrawing, setWithdrawing] = useState(false)
  const { word, tone } = states[decision.state]
  return (
    <li>
      <p>
        <b>{decision.valueText}</b>
        <span>{decision.effectiveFrom} 起</span>
        <StateTag tone={tone}>{word}</StateTag>
        {decision.can.withdraw && !withdrawing && (
          <Button type="link" size="small" onClick={() => setWithdrawing(true)}>
            撤回
          </Button>
        )}
      </p>
      <p className={styles.why}>{decision.reason}</p>
      <p className={styles.who}>
        {decision.setBy?.name ?? '系统'}，<InstantText at={decision.setAt} />
      </p>
      {withdrawing && (
        <Withdrawal
          body={{ divisionId, key: parameterKey, effectiveFrom: decision.effectiveFrom }}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </li>
  )
}

interface WithdrawalProps {
  body: { divisionId: string; key: string; effectiveFrom: string }
  onClose: () => void
}

function Withdrawal({ body, onClose }: WithdrawalProps) {
  const [reason, setReason] = useState('')
  const withdraw = useCommand(
    () => client.regulation.withdrawParameter({ body: { ...body, reason: reason.trim() } }),
    { changes: ['regulation', 'reports', 'today', 'compliance'], onDone: onClose },
  )
  return (
    <div className={styles.withdrawal}>
      {withdraw.error && <RefusalBox error={withdraw.error} />}
      <Input
        autoFocus
        placeholder="为什么撤回"
        aria-label="撤回的原因"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div>
        <Button
          size="small"
          danger
          disabled={reason.trim() === ''}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {reason.trim() === '' ? '请写原因' : '撤回这项改动'}
        </Button>
        <Button size="small" type="text" onClick={onClose}>
          不撤回
        </Button>
      </div>
    </div>
  )
}
