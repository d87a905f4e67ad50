import { useNavigate } from '@tanstack/react-router'
import type { Region } from '@zhuowei/contract/organisation.ts'
import { Button } from 'antd'
import { useState } from 'react'
import styles from './OrganisationPage.module.css'
import { RegionForm } from './RegionForm.tsx'
import { RegionOwnerForm } from './RegionOwnerForm.tsx'

/** A region with its owner (G5) and members; its two verbs open in place. */
export function RegionRow({ region }: { region: Region }) {
  const [open, setOpen] = useState<'owner' | 'name' | null>(null)
  const { code, name, owner, members, can } = region
  const close = () => setOpen(null)
  const navigate = useNavigate()
  const place = { role: 'pm', divisionId: region.division.id, regionId: region.id } as const
  const others = members.filter((member) => member.id !== owner?.id)
  return (
    <>
      <div className={styles.row}>
        <span className={styles.code} title="用在客户编号里">
          {code}
        </span>
        <strong>{name}</strong>
        <span>
          {owner?.name ?? <span className={styles.missing}>还没有片区经理</span>}
          {owner && <small>片区经理</small>}
        </span>
        <span className={styles.members}>
          {others.map((member) => member.name).join('、') || '没有其他成员'}
        </span>
        {can.update && (
          <span className={styles.verbs}>
            {others.length > 0 ? (
              <Button size="small" onClick={() => setOpen('owner')}>
                {owner ? '换片区经理' : '指定片区经理'}
              </Button>
            ) : (
              <Button
                size="small"
                onClick={() => void navigate({ to: '/settings/people/new', search: place })}
              >
                办理成员入职
              </Button>
            )}
            <Button size="small" onClick={() => setOpen('name')}>
              改名称
            </Button>
          </span>
        )}
      </div>
      {open && (
        <div className={styles.inline}>
          {open === 'owner' && <RegionOwnerForm region={region} onClose={close} />}
          {open === 'name' && <RegionForm region={region} divisionId={region.division.id} onClose={close} />}
        </div>
      )}
    </>
  )
}
