import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import { chainRoles } from '@zhuowei/domain/decision-chain/person.ts'
import { Button } from 'antd'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './Relationship.module.css'

/** 六.4.2) whether the relationship stands, and what is missing to it. */
export function Standing({ chain }: { chain: DecisionChain }) {
  const { standing, vacantRoles } = chain
  if (!standing) return null
  const { built, familiar, middleAndAbove, formCompleteness, neededCompleteness } = standing
  const facts = [
    `角色已知 ${chainRoles.length - vacantRoles.length}/${chainRoles.length}`,
    `中层以上熟识 ${familiar}/${middleAndAbove}`,
    `反馈表 ${formCompleteness}%${formCompleteness < neededCompleteness ? `，要到 ${neededCompleteness}%` : ''}`,
  ]
  return (
    <Panel
      title={
        <span className={styles.standing}>
          关系 <StateTag tone={built ? 'green' : 'amber'}>{built ? '已建立' : '未建立'}</StateTag>
        </span>
      }
      extra={<ClauseChip clause="六.4.2)" />}
    >
      <p className={styles.facts}>{facts.join('，')}</p>
    </Panel>
  )
}

/** 六.4.4) who came nearer or went away in the last 30 days. */
export function Moves({ moves }: { moves: DecisionChain['moves'] }) {
  return (
    <Panel title="近 30 天关系推进" extra={<ClauseChip clause="六.4.4)" />}>
      {moves.length === 0 && (
        <p className={styles.facts}>没有变化。修改联系人的关系或态度，会自动记在这里。</p>
      )}
      <ul className={styles.moves}>
        {moves.map(({ id, what, name, from, to, forward, at }) => (
          <li key={`${id}-${what}`}>
            <span>{name}</span>
            <span data-forward={forward}>
              {from} → {to}
            </span>
            <InstantText at={at} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** 六.4.3) what both sides agreed on, and since when. */
export function Consensus({ chain, onEdit }: { chain: DecisionChain; onEdit: () => void }) {
  const { text, on, by } = chain.consensus
  return (
    <Panel
      title="共识和合作方向"
      extra={
        chain.can.edit ? (
          <Button size="small" onClick={onEdit}>
            {text ? '更新' : '记下'}
          </Button>
        ) : (
          <ClauseChip clause="六.4.3)" />
        )
      }
    >
      {text ? (
        <>
          <p className={styles.agreed}>{text}</p>
          <p className={styles.facts}>
            {on && <DateText date={on} />}
            {by && `，${by.name}记`} <ClauseChip clause="六.4.3)" />
          </p>
        </>
      ) : (
        <p className={styles.facts}>
          还没有记。与客户达成的共识、合作方向，写下来并注明日期。 <ClauseChip clause="六.4.3)" />
        </p>
      )}
    </Panel>
  )
}
