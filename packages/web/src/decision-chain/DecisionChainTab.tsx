import { ApartmentOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { Contact } from '@zhuowei/contract/contacts.ts'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import { Button } from 'antd'
import { type ComponentType, lazy, Suspense, useCallback, useState } from 'react'
import { read } from '../app/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns, Stack } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { BlindSpots } from './BlindSpots.tsx'
import { ChainList } from './ChainList.tsx'
import { ConsensusDialog } from './ConsensusDialog.tsx'
import { CountermeasureDialog } from './CountermeasureDialog.tsx'
import styles from './DecisionChainTab.module.css'
import { MapVerbs } from './MapVerbs.tsx'
import { PersonSheet } from './PersonSheet.tsx'
import { RelationDialog, type RelationInQuestion } from './RelationDialog.tsx'
import { Consensus, Moves, Standing } from './Relationship.tsx'
import { RoleDialog } from './RoleDialog.tsx'
import { useArrange } from './useArrange.ts'

const ChainMap = lazy(() => import('./ChainMap.tsx').then((module) => ({ default: module.ChainMap })))

interface DecisionChainTabProps {
  customer: Customer
  /** The form of the people, which another module brings. */
  ContactForm: ComponentType<{ customerId: string; contact: Contact | null; onClose: () => void }>
}

/** What is open over the map. */
type Open =
  | { is: 'person' | 'countermeasure' | 'contact'; id: string }
  | { is: 'relation'; relation: RelationInQuestion }
  | { is: 'new' }
  | { is: 'roles' }
  | { is: 'consensus' }

/** 六.3.1)③④, 六.4): who decides at this customer, how they stand to us and to each other, and what we do not see. */
export function DecisionChainTab({ customer, ContactForm }: DecisionChainTabProps) {
  const { data, error, refetch } = useQuery(read('decisionChain', 'get', { params: { id: customer.id } }))
  const [open, setOpen] = useState<Open | null>(null)
  const openPerson = useCallback((id: string) => setOpen({ is: 'person', id }), [])
  const phone = usePhone()
  if (error && !data) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={6} />
  const map = (
    <MapPanel
      chain={data}
      onOpen={openPerson}
      onAdd={() => setOpen({ is: 'new' })}
      onRelate={(fromId, toId) => setOpen({ is: 'relation', relation: { fromId, toId } })}
    />
  )
  const beside = !data.masked && data.people.length > 0 && (
    <BlindSpots
      chain={data}
      mayVisit={customer.can.logVisit}
      onAnswer={(id) => setOpen({ is: 'countermeasure', id })}
      onRoles={() => setOpen({ is: 'roles' })}
    />
  )
  return (
    <>
      <Columns aside={340}>
        {phone ? beside : map}
        <Stack>
          {phone ? map : beside}
          <Standing chain={data} />
          {!data.masked && <Moves moves={data.moves} />}
          {!data.masked && <Consensus chain={data} onEdit={() => setOpen({ is: 'consensus' })} />}
        </Stack>
      </Columns>
      {open && (
        <Over
          chain={data}
          customer={customer}
          open={open}
          onOpen={setOpen}
          onClose={() => setOpen(null)}
          ContactForm={ContactForm}
        />
      )}
    </>
  )
}

interface MapPanelProps {
  chain: DecisionChain
  onOpen: (id: string) => void
  onAdd: () => void
  onRelate: (fromId: string, toId: string) => void
}

function MapPanel({ chain, onOpen, onAdd, onRelate }: MapPanelProps) {
  const phone = usePhone()
  const [view, setView] = useState<'map' | 'list'>('map')
  const { arrange, tidy, error } = useArrange(chain.customer.id)
  const isMap = !phone && view === 'map'
  const add = chain.can.edit && (
    <Button size="small" icon={<PlusOutlined />} onClick={onAdd}>
      加人
    </Button>
  )
  if (chain.people.length === 0)
    return (
      <Panel title="决策链图">
        <EmptyState
          icon={<ApartmentOutlined />}
          title="还不知道这家客户谁说了算"
          note="先记下认识的人和他们在采购中的角色，图和盲点会自己出来。"
          action={
            chain.can.edit && (
              <Button type="primary" onClick={onAdd}>
                加第一个人
              </Button>
            )
          }
        />
      </Panel>
    )
  return (
    <Panel
      title="决策链图"
      note={chain.masked ? '这家客户由同事负责，只显示有谁、什么职位' : !phone && <Legend />}
      extra={
        <>
          {!phone && (
            <Segments
              label="看法"
              options={[
                { value: 'map', label: '图' },
                { value: 'list', label: '列表' },
              ]}
              value={view}
              onChange={setView}
            />
          )}
          {isMap && !chain.masked && <MapVerbs chain={chain} onTidy={tidy} />}
          {add}
        </>
      }
      flush
    >
      {error && <RefusalBox error={error} />}
      {isMap ? (
        <Suspense fallback={<ListSkeleton rows={6} />}>
          <ChainMap chain={chain} onOpen={onOpen} onRelate={onRelate} onMove={arrange} />
        </Suspense>
      ) : (
        <ChainList chain={chain} onOpen={onOpen} />
      )}
    </Panel>
  )
}

function Legend() {
  return (
    <span className={styles.legend}>
      <i data-attitude="support" />
      支持
      <i data-attitude="neutral" />
      中立
      <i data-attitude="oppose" />
      反对
      <i data-attitude="unknown" />
      未知
    </span>
  )
}

interface OverProps extends DecisionChainTabProps {
  chain: DecisionChain
  open: Open
  onOpen: (open: Open) => void
  onClose: () => void
}

function Over({ chain, customer, open, onOpen, onClose, ContactForm }: OverProps) {
  if (open.is === 'consensus') return <ConsensusDialog chain={chain} onClose={onClose} />
  if (open.is === 'new') return <ContactForm customerId={customer.id} contact={null} onClose={onClose} />
  if (open.is === 'roles')
    return (
      <RoleDialog
        contacts={customer.contacts}
        vacant={chain.vacantRoles}
        onAdd={() => onOpen({ is: 'new' })}
        onClose={onClose}
      />
    )
  if (open.is === 'relation')
    return <RelationDialog chain={chain} relation={open.relation} onClose={onClose} />
  const person = chain.people.find(({ id }) => id === open.id)
  if (!person) return null
  if (open.is === 'countermeasure') return <CountermeasureDialog person={person} onClose={onClose} />
  if (open.is === 'contact') {
    const contact = customer.contacts.find(({ id }) => id === open.id)
    return contact ? <ContactForm customerId={customer.id} contact={contact} onClose={onClose} /> : null
  }
  return (
    <PersonSheet
      chain={chain}
      person={person}
      mayVisit={customer.can.logVisit}
      onEdit={() => onOpen({ is: 'contact', id: person.id })}
      onAnswer={() => onOpen({ is: 'countermeasure', id: person.id })}
      onRelate={(relation) =>
        onOpen({ is: 'relation', relation: relation ?? { fromId: person.id, toId: null } })
      }
      onClose={onClose}
    />
  )
}
