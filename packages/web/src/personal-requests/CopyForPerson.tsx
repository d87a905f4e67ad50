import type { PersonalCopy, PersonalRequest } from '@zhuowei/contract/personal-requests.ts'
import {
  attitudeLabel,
  deptKindLabel,
  personKindLabel,
  personLevelLabel,
  purchaseRoleLabel,
  relationshipLevelLabel,
} from '@zhuowei/domain/customers/contact.ts'
import { profileBasisLabel, profileFieldLabel, profileFields } from '@zhuowei/domain/profiles/profile.ts'
import { Button } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import styles from './requests.module.css'

/** 个人信息保护法 45: everything about the person in words that can be read out or handed over; each look is on record. */
export function CopyForPerson({ request }: { request: PersonalRequest }) {
  const say = useUndo()
  const copy = useCommand(() => client.personalRequests.copy({ params: { id: request.id } }), { changes: [] })
  if (!copy.data)
    return (
      <section className={styles.step}>
        <p className={styles.note}>给本人的副本包含名片、评价和受限画像。打开会留痕。</p>
        {copy.error && <RefusalBox error={copy.error} />}
        <div className={styles.buttons}>
          <Button loading={copy.isPending} onClick={() => copy.mutate()}>
            打开副本
          </Button>
        </div>
      </section>
    )
  const lines = linesOf(copy.data)
  const take = async () => {
    await navigator.clipboard.writeText(lines.map(([label, words]) => `${label}：${words}`).join('\n'))
    say({ text: '副本已复制，给本人以后请不要另存' })
  }
  return (
    <section className={styles.step}>
      <h3>给本人的副本</h3>
      <dl className={styles.facts}>
        {lines.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.buttons}>
        <Button onClick={() => void take()}>复制全文</Button>
      </div>
    </section>
  )
}

function linesOf(copy: PersonalCopy): [label: string, words: string][] {
  const { profile } = copy
  const lines: [string, string | null | undefined][] = [
    ['姓名', copy.name],
    ['职务', copy.position],
    ['部门', copy.department],
    ['部门性质', copy.departmentKind && deptKindLabel[copy.departmentKind]],
    ['层级', copy.level && personLevelLabel[copy.level]],
    ['人员类别', copy.personKind && personKindLabel[copy.personKind]],
    ['采购中的角色', copy.purchaseRoles.map((role) => purchaseRoleLabel[role]).join('、') || null],
    ['关系', relationshipLevelLabel[copy.relationship]],
    ['态度', attitudeLabel[copy.attitude]],
    ['电话', copy.phone],
    ['邮箱', copy.email],
    ['微信', copy.wechat],
    ['备注', copy.remarks],
    ['往来记录', copy.activities > 0 ? `${copy.activities} 次拜访、电话等` : null],
    ...(profile
      ? [
          ...profileFields.map((field): [string, string] => [profileFieldLabel[field], profile[field]]),
          ['保存的目的', profile.purpose] as [string, string],
          ['保存的依据', profileBasisLabel[profile.basis]] as [string, string],
          ['来源', profile.source] as [string, string],
        ]
      : []),
  ]
  return lines.flatMap(([label, words]): [string, string][] => (words ? [[label, words]] : []))
}
