import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Background, BackgroundFact } from '@zhuowei/contract/background.ts'
import type { Contact } from '@zhuowei/contract/contacts.ts'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { type FactKind, itCategories, itCategoryLabel } from '@zhuowei/domain/background/fact.ts'
import {
  deptKindLabel,
  deptKinds,
  personLevelLabel,
  personLevels,
} from '@zhuowei/domain/customers/contact.ts'
import { type ReactNode, useState } from 'react'
import { read } from '../app/client.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns, Stack } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './Background.module.css'
import { FactPanel } from './FactPanel.tsx'

/** 六.3.1)①②⑤: who they are inside, what they run, and what they plan; each line says where it comes from and how old it is. */
export function BackgroundTab({ customer }: { customer: Customer }) {
  const [source, setSource] = useState('')
  const { data, error, refetch } = useQuery(read('background', 'get', { params: { id: customer.id } }))
  if (error && !data) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={6} />
  const { facts, offers, masked, can } = data
  const of = (kind: FactKind) => facts.filter((fact) => fact.kind === kind)
  const common = { customerId: customer.id, can, offers, source, onSource: setSource }
  const departments = <Departments customer={customer} facts={of('department')} common={common} />
  if (masked) {
    return (
      <Stack>
        {departments}
        <p className={styles.masked}>这家客户由同事负责，其余背景资料您看不到。</p>
      </Stack>
    )
  }
  return (
    <Columns aside={400}>
      <Stack>
        <Landscape facts={of('it')} common={common} />
        <FactPanel
          {...common}
          kind="product"
          facts={of('product').toSorted((one, other) => (one.maker ?? '').localeCompare(other.maker ?? ''))}
          empty="还没有记同类产品和方案的应用：我方的、对手的都写。"
        />
      </Stack>
      <Stack>
        {departments}
        <FactPanel
          {...common}
          kind="plan"
          facts={of('plan')}
          empty="还没有记规划：名称、规划期、预算、重点项目，知道多少写多少。"
        />
        <Organisation customer={customer} />
      </Stack>
    </Columns>
  )
}

interface Common {
  customerId: string
  can: Background['can']
  offers: Background['offers']
  source: string
  onSource: (source: string) => void
}

function Landscape({ facts, common }: { facts: readonly BackgroundFact[]; common: Common }) {
  const known = itCategories.flatMap((category) => facts.filter((fact) => fact.category === category))
  const missing = itCategories.filter(
    (category) => category !== 'other' && !facts.some((fact) => fact.category === category),
  )
  return (
    <FactPanel
      {...common}
      kind="it"
      facts={known}
      lead={({ category }) => (category ? itCategoryLabel[category] : '')}
      empty="还没有记设备。"
      missingLabel="还不知道："
      missing={missing.map((category) => ({ label: itCategoryLabel[category], given: { category } }))}
    >
      <p className={styles.none}>
        概况写在{' '}
        <Link
          to="/customers/$customerId"
          params={{ customerId: common.customerId }}
          search={{ tab: 'feedback' }}
        >
          反馈表
        </Link>{' '}
        里，品牌、数量、年份、维保到期写在这里。
      </p>
    </FactPanel>
  )
}

interface DepartmentsProps {
  customer: Customer
  facts: readonly BackgroundFact[]
  common: Common
}

/** 使用部门, 采购部门, 支持部门, and in each of them the people from the top down. */
function Departments({ customer, facts, common }: DepartmentsProps) {
  const { contacts } = customer
  const known = deptKinds.flatMap((kind) => facts.filter(({ departmentKind }) => departmentKind === kind))
  // By name, which people follow: after a merge some still point at the department of the other record.
  const peopleIn = ({ name }: BackgroundFact) => contacts.filter(({ department }) => department === name)
  const elsewhere = contacts.filter(({ department }) => !facts.some(({ name }) => name === department))
  const named = Map.groupBy(
    elsewhere.filter(({ department }) => department),
    ({ department }) => department ?? '',
  )
  return (
    <FactPanel
      {...common}
      kind="department"
      facts={known}
      lead={({ departmentKind }) => (departmentKind ? deptKindLabel[departmentKind] : '')}
      more={(fact) => <People people={peopleIn(fact)} />}
      empty="还没有记部门：谁用、谁采购、谁支持。"
      missingLabel="联系人提到的部门："
      missing={[...named].map(([name, [first]]) => ({
        label: name,
        given: { name, ...(first?.departmentKind && { departmentKind: first.departmentKind }) },
      }))}
    >
      {facts.length > 0 && elsewhere.length > 0 && (
        <p className={styles.none}>
          不在这些部门里：{elsewhere.map(personText).join('、')}。{' '}
          {common.can.edit && (
            <Link
              to="/customers/$customerId"
              params={{ customerId: customer.id }}
              search={{ tab: 'contacts' }}
            >
              去联系人里选部门
            </Link>
          )}
        </p>
      )}
    </FactPanel>
  )
}

function People({ people }: { people: readonly Contact[] }) {
  if (people.length === 0) return null
  const rank = ({ level }: Contact) => (level ? personLevels.indexOf(level) : -1)
  return (
    <p className={styles.people}>
      {people
        .toSorted((one, other) => rank(other) - rank(one))
        .map((person) => (
          <span key={person.id}>
            {person.name} {person.position}
            {person.level && `（${personLevelLabel[person.level]}）`}
          </span>
        ))}
    </p>
  )
}

const personText = ({ name, position }: Contact) => `${name}（${position}）`

/** What the record of the customer itself says of the organisation; it is changed there. */
function Organisation({ customer }: { customer: Customer }) {
  const { parent, address, phone, website, email } = customer
  const rows: [string, ReactNode][] = [
    [
      '上级单位',
      parent && (
        <Link to="/customers/$customerId" params={{ customerId: parent.id }} search={{ tab: 'background' }}>
          {parent.name}
        </Link>
      ),
    ],
    ['联系电话', phone],
    ['通信地址', address],
    ['网站', website],
    ['邮箱', email],
  ]
  return (
    <Panel
      title="组织和联系方式"
      extra={
        customer.can.edit && (
          <Link to="/customers/$customerId/edit" params={{ customerId: customer.id }}>
            修改
          </Link>
        )
      }
    >
      <dl className={styles.organisation}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || <span className={styles.unknown}>未填</span>}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
