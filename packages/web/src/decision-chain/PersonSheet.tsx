import { Link } from '@tanstack/react-router'
import type { ContactRelation, DecisionChain, PersonOfChain } from '@zhuowei/contract/decision-chain.ts'
import {
  attitudeLabel,
  personKindLabel,
  personLevelLabel,
  purchaseRoleLabel,
  relationshipLevelLabel,
} from '@zhuowei/domain/customers/contact.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { DateText } from '../ui/DateText.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { relationSentence } from './chain-words.ts'
import styles from './PersonSheet.module.css'

interface PersonSheetProps {
  chain: DecisionChain
  person: PersonOfChain
  mayVisit: boolean
  onEdit: () => void
  onAnswer: () => void
  onRelate: (relation: ContactRelation | null) => void
  onClose: () => void
}

/** Everything about one person of the map, and what can be done. */
export function PersonSheet(props: PersonSheetProps) {
  const { chain, person, mayVisit, onEdit, onAnswer, onRelate, onClose } = props
  const phone = usePhone()
  const relations = chain.relations.filter(({ fromId, toId }) => fromId === person.id || toId === person.id)
  return (
    <Sheet
      open
      onClose={onClose}
      title={person.name}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '86%' : 420}
      footer={
        <div className={styles.foot}>
          {mayVisit && (
            <Link
              to="/activities/new"
              search={{ customerId: chain.customer.id, kind: 'visit', contactId: person.id }}
            >
              <Button type="primary" tabIndex={-1}>
                记拜访
              </Button>
            </Link>
          )}
          {chain.can.edit && <Button onClick={onEdit}>修改</Button>}
          {chain.can.edit && (person.attitude === 'oppose' || person.countermeasure) && (
            <Button onClick={onAnswer}>{person.countermeasure ? '改对策' : '记对策'}</Button>
          )}
        </div>
      }
    >
      <Facts person={person} />
      <div className={styles.head}>
        <h3>与其他人的关系</h3>
        {chain.can.edit && chain.people.length > 1 && (
          <Button size="small" onClick={() => onRelate(null)}>
            加关系
          </Button>
        )}
      </div>
      {relations.length === 0 && (
        <p className={styles.none}>
          {chain.people.length > 1 ? '还没有记。' : '先在图上加人，再记他们之间的关系。'}
        </p>
      )}
      <ul className={styles.relations}>
        {relations.map((relation) => (
          <RelationLine
            key={relation.id}
            chain={chain}
            relation={relation}
            onChange={() => onRelate(relation)}
          />
        ))}
      </ul>
    </Sheet>
  )
}

function Facts({ person }: { person: PersonOfChain }) {
  const { position, department, level, personKind, purchaseRoles, relationship, attitude } = person
  const rows: [string, ReactNode][] = [
    ['职位', position],
    ['部门', department],
    ['层级', level && personLevelLabel[level]],
    ['人员类别', personKind && personKindLabel[personKind]],
    ['采购中的角色', purchaseRoles.map((role) => purchaseRoleLabel[role]).join('、') || '未知'],
    ['关系', relationshipLevelLabel[relationship]],
    ['态度', attitudeLabel[attitude]],
    ['最近接触', <LastContact key="contact" person={person} />],
    ['反对理由', person.objection],
    ['对策', person.countermeasure],
  ]
  return (
    <dl className={styles.facts}>
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** 六.4.4) who of us keeps the contact, as the visits say it. */
function LastContact({ person: { lastContactOn, lastContactBy } }: { person: PersonOfChain }) {
  if (!lastContactOn) return '没有接触过'
  return (
    <>
      <DateText date={lastContactOn} />
      {lastContactBy && `，${lastContactBy.name}`}
    </>
  )
}

interface RelationLineProps {
  chain: DecisionChain
  relation: ContactRelation
  onChange: () => void
}

function RelationLine({ chain, relation, onChange }: RelationLineProps) {
  const offerUndo = useUndo()
  const { id, fromId, toId, kind, note } = relation
  const nameOf = (of: string) => chain.people.find((one) => one.id === of)?.name ?? ''
  const sentence = relationSentence(nameOf(fromId), nameOf(toId), kind)
  const restore = useCommand(
    () =>
      client.decisionChain.relate({
        params: { id: chain.customer.id },
        body: { fromId, toId, kind, note },
      }),
    { changes: ['decisionChain'] },
  )
  const remove = useCommand(() => client.decisionChain.unrelate({ params: { id } }), {
    changes: ['decisionChain'],
    onDone: () => offerUndo({ text: `已去掉：${sentence}`, undo: () => restore.mutate() }),
  })
  return (
    <li>
      <span>
        {sentence}
        {note && <small>{note}</small>}
      </span>
      {chain.can.edit && (
        <span className={styles.verbs}>
          <Button size="small" type="text" aria-label={`改：${sentence}`} onClick={onChange}>
            改
          </Button>
          <Button
            size="small"
            type="text"
            danger
            aria-label={`去掉：${sentence}`}
            onClick={() => remove.mutate()}
          >
            去掉
          </Button>
        </span>
      )}
      {remove.error && <RefusalBox error={remove.error} />}
    </li>
  )
}
