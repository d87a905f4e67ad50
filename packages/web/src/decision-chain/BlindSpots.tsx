import { Link } from '@tanstack/react-router'
import type { BlindSpot, DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Dot } from '../ui/Dot.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './BlindSpots.module.css'

interface BlindSpotsProps {
  chain: DecisionChain
  mayVisit: boolean
  onAnswer: (id: string) => void
  /** Roles are filled in the list of the people. */
  onRoles: () => void
}

/** 六.3.1)③④ what we do not see here: each a sentence with its own way out. */
export function BlindSpots(props: BlindSpotsProps) {
  const { blindSpots } = props.chain
  return (
    <Panel
      title={blindSpots.length > 0 ? `盲点 ${blindSpots.length} 处` : '没有盲点'}
      extra={<ClauseChip clause="六.3.1)④" />}
      flush
    >
      {blindSpots.length === 0 && (
        <p className={styles.none}>六个角色都有人，近期也都接触过，没有悬着的反对者。</p>
      )}
      <ul className={styles.spots}>
        {blindSpots.map((spot, index) => (
          <li key={`${spot.kind}-${spot.personId ?? ''}`}>
            <Dot tone={spot.urgent ? 'red' : 'amber'} />
            <div>
              <strong>{spot.title}</strong>
              <p>
                {spot.why} <ClauseChip clause={spot.clause} />
              </p>
              <WayOut {...props} spot={spot} isFirst={index === 0} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function WayOut(props: BlindSpotsProps & { spot: BlindSpot; isFirst: boolean }): ReactNode {
  const { chain, mayVisit, onAnswer, onRoles, spot, isFirst } = props
  const { kind, personId } = spot
  const button = isFirst
    ? ({ type: 'primary', size: 'small' } as const)
    : ({ color: 'primary', variant: 'filled', size: 'small' } as const)
  if (kind === 'opponent_unanswered' && personId)
    return (
      chain.can.edit && (
        <Button {...button} onClick={() => onAnswer(personId)}>
          记对策
        </Button>
      )
    )
  if (kind === 'role_vacant')
    return (
      chain.can.edit && (
        <Button {...button} onClick={onRoles}>
          补角色
        </Button>
      )
    )
  if (!mayVisit) return null
  const name = chain.people.find(({ id }) => id === personId)?.name
  const isPlan = kind === 'user_untouched' || kind === 'no_supporter' || kind === 'single_line'
  const whom = kind === 'single_line' ? '其他人' : (name ?? '中立的人')
  return (
    <Link
      to="/activities/new"
      search={{
        customerId: chain.customer.id,
        kind: 'call',
        nextStep: `拜访${whom}`,
        ...(kind === 'decider_silent' && personId && { contactId: personId }),
      }}
    >
      <Button {...button} tabIndex={-1}>
        {isPlan ? '排进下一步' : '约拜访'}
      </Button>
    </Link>
  )
}
