import { requiredVisitFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { useState } from 'react'
import { useSession } from '../app/session.ts'
import { Chip, Chips, ChipVerb } from '../ui/Chip.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { FindColleague } from './FindColleague.tsx'
import { type Colleague, useColleagues } from './useColleagues.ts'
import type { VisitDraft } from './visit-draft.ts'

interface VisitorsFieldProps {
  form: ProblemForm<VisitDraft>
  /** Who already stands in the record, also when they have left since. */
  known?: readonly Colleague[]
}

const suggested = 3

/** 拜访人: who of us went. Oneself is there already, colleagues of the same region are one touch away, all others by name. */
export function VisitorsField({ form, known = [] }: VisitorsFieldProps) {
  const { person, regions } = useSession()
  const [adding, setAdding] = useState(false)
  const [added, setAdded] = useState<readonly Colleague[]>([])
  const nearby = useColleagues({ regionId: regions[0]?.id, limit: suggested + 1 })
  const me = { id: person.id, name: person.name }
  const neighbours = nearby.filter(({ id }) => id !== me.id).slice(0, suggested)
  const shown = [...new Map([me, ...known, ...neighbours, ...added].map((one) => [one.id, one])).values()]
  const { visitorIds } = form.values
  const toggle = (id: string) =>
    form.set(
      'visitorIds',
      visitorIds.includes(id) ? visitorIds.filter((one) => one !== id) : [...visitorIds, id],
    )
  return (
    <ChoiceField
      form={form}
      name="visitorIds"
      label={requiredVisitFields.visitors}
      required
      prompt={form.values.kind === 'call' ? '我方通话的人' : '我方去的人'}
    >
      <Chips>
        {shown.map(({ id, name }) => (
          <Chip key={id} chosen={visitorIds.includes(id)} onToggle={() => toggle(id)}>
            {name}
          </Chip>
        ))}
        {!adding && <ChipVerb onClick={() => setAdding(true)}>加人</ChipVerb>}
      </Chips>
      {adding && (
        <FindColleague
          except={shown.map(({ id }) => id)}
          onFound={(colleague) => {
            setAdded([...added, colleague])
            form.set('visitorIds', [...visitorIds, colleague.id])
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </ChoiceField>
  )
}
