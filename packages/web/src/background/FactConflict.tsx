import { type BackgroundFact, backgroundFact } from '@zhuowei/contract/background.ts'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ConflictDialog } from '../ui/ConflictDialog.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { conflictFields, type FactInputs, factOf, inputsOf, mergedInputs } from './fact-inputs.ts'

interface FactConflictProps {
  fact: BackgroundFact
  current: unknown
  original: FactInputs
  mine: FactInputs
  onSaved: (fact: BackgroundFact) => void
  onGiveUp: () => void
}

/** Somebody saved meanwhile: both versions side by side, and the merge is saved on top of theirs. */
export function FactConflict({ fact, current, original, mine, onSaved, onGiveUp }: FactConflictProps) {
  const parsed = backgroundFact.safeParse(current)
  const save = useCommand(
    ({ inputs, version }: { inputs: FactInputs; version: number }) =>
      client.background.update({ params: { id: fact.id }, body: { ...factOf(fact.kind, inputs), version } }),
    { changes: ['background'], onDone: onSaved },
  )
  if (!parsed.success) return <RefusalBox title="这一条刚被别人改过" reason="请关掉再打开，看最新的内容。" />
  const { version, kind } = parsed.data
  const versions = { original, mine, theirs: inputsOf(kind, parsed.data, {}) }
  return (
    <ConflictDialog
      title="您填写时，同事改了这一条"
      theirs="同事的"
      fields={conflictFields(kind, versions)}
      saving={save.isPending}
      error={save.error}
      onSave={(sides) => save.mutate({ inputs: mergedInputs(sides, versions), version })}
      onGiveUp={onGiveUp}
    />
  )
}
