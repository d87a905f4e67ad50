import type { ContactRelation, DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import { type RelationKind, relationKindLabel } from '@zhuowei/domain/decision-chain/relation.ts'
import { Input, Select } from 'antd'
import { client } from '../app/client.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { relationSentence } from './chain-words.ts'
import { staleChain, useChainForm } from './useChainForm.ts'

export type RelationInQuestion = { fromId: string; toId: string | null } | ContactRelation

interface RelationDialogProps {
  chain: DecisionChain
  relation: RelationInQuestion
  onClose: () => void
}

/** 六.3.1)④ how two people stand to each other, as far as it is business. */
export function RelationDialog({ chain, relation, onClose }: RelationDialogProps) {
  const known = 'id' in relation ? relation : null
  const { fromId } = relation
  const form = useChainForm({
    initial: {
      toId: relation.toId ?? '',
      kind: (known?.kind ?? '') as RelationKind | '',
      note: known?.note ?? '',
    },
    draft: known ? `relation-${known.id}-${known.version}` : `relation-${fromId}-${relation.toId ?? 'new'}`,
    send: ({ toId, kind, note }, idempotencyKey) => {
      // The button stays closed until a kind is chosen.
      const facts = { kind: kind as RelationKind, note }
      if (known)
        return client.decisionChain.changeRelation({
          params: { id: known.id },
          body: { ...facts, version: known.version },
        })
      return client.decisionChain.relate({
        params: { id: chain.customer.id },
        body: { fromId, toId, ...facts },
        idempotencyKey,
      })
    },
    onClose,
  })
  const { kind, toId } = form.values
  const nameOf = (id: string) => chain.people.find((person) => person.id === id)?.name ?? ''
  const reading =
    kind !== '' && toId !== ''
      ? `读作：${relationSentence(nameOf(fromId), nameOf(toId), kind)}`
      : '分管、上下级、影响：从前一位到后一位'
  return (
    <FormDialog
      title={known ? `${nameOf(fromId)}与${nameOf(known.toId)}的关系` : `${nameOf(fromId)}与谁有关系`}
      form={form}
      verb="记下关系"
      missing={toId === '' ? '先选人' : kind === '' ? '先选关系' : undefined}
      stale={staleChain}
      onClose={onClose}
    >
      {!known && (
        <FormField form={form} name="toId" label="与谁" required>
          {({ value, ...control }) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={value || undefined}
              placeholder="选择这家客户的人"
              options={chain.people
                .filter(({ id }) => id !== fromId)
                .map(({ id, name, position }) => ({ value: id, label: `${name}，${position}` }))}
              onChange={(id: string) => form.set('toId', id)}
            />
          )}
        </FormField>
      )}
      <FormField form={form} name="kind" label="关系" help={reading} required>
        {({ value, ...control }) => (
          <Select
            {...control}
            value={value || undefined}
            placeholder="选择关系"
            options={Object.entries(relationKindLabel).map(([code, label]) => ({ value: code, label }))}
            onChange={(code: RelationKind) => form.set('kind', code)}
          />
        )}
      </FormField>
      <FormField form={form} name="note" label="说明" prompt="图上显示；只写工作上的事">
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            placeholder="例如 一起参与评标"
            onChange={({ target }) => form.set('note', target.value)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
