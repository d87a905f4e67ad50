import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import type { FieldControl } from '../ui/useProblemForm.ts'

interface PersonSelectProps {
  control: FieldControl<string | null>
  onChange: (id: string) => void
}

/** Anybody of one's division, the manager included; for 总经理 anybody of a division. */
export function PersonSelect({ control, onChange }: PersonSelectProps) {
  const { division } = useSession()
  const { data } = useQuery({
    ...read('organisation', 'people', {
      query: {
        ...(division && { divisionId: [division.id] }),
        role: ['dm', 'spm', 'pm', 'oa'],
        limit: 200,
      },
    }),
    staleTime: 10 * 60_000,
  })
  return (
    <Select
      {...control}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="选择人员"
      options={(data?.items ?? []).map(({ id, name, roleLabel }) => ({
        value: id,
        label: `${name}，${roleLabel}`,
      }))}
      onChange={onChange}
    />
  )
}
