import { ProblemError } from '@zhuowei/contract/client.ts'
import type { Problem } from '@zhuowei/contract/shapes.ts'
import * as z from 'zod'
import { useCommand } from '../app/useCommand.ts'
import { ConflictDialog } from '../ui/ConflictDialog.tsx'
import type { Side } from '../ui/conflict.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'

interface ConflictProps<F extends object> {
  /** What was refused: its facts hold what stands there now. */
  problem: Problem
  /** “云岭片区”. */
  what: string
  shape: z.ZodType<F>
  original: F
  mine: F
  /** Each field as people read it. */
  fields: { [K in keyof F & string]: { label: string; text: (value: F[K]) => string } }
  save: (merged: F, version: number) => Promise<unknown>
  onClose: () => void
}

/** Somebody saved meanwhile: both versions side by side, and the merge is saved on top of theirs. */
export function Conflict<F extends object>(props: ConflictProps<F>) {
  const { problem, what, shape, original, mine, fields, onClose } = props
  const save = useCommand(
    ({ merged, version }: { merged: F; version: number }) => props.save(merged, version),
    { changes: ['organisation', 'session'], onDone: onClose },
  )
  // A third person may have saved while the choice was made.
  const latest = conflictIn(save.error) ?? problem
  const versionNow = z.object({ version: z.int() }).safeParse(latest.facts?.current)
  const valuesNow = shape.safeParse(latest.facts?.current)
  if (!valuesNow.success || !versionNow.success)
    return <RefusalBox title={`${what}刚被别人改过`} reason="请取消后看最新的内容。" />
  const theirs = valuesNow.data
  const names = Object.keys(fields) as (keyof F & string)[] // the keys of the table of labels
  const textOf = <K extends keyof F & string>(name: K, values: F) => fields[name].text(values[name])
  const merge = (sides: Record<string, Side>) => {
    const from = { original, mine, theirs }
    const chosen = names.map((name) => [name, from[sides[name] ?? 'theirs'][name]])
    save.mutate({
      merged: { ...theirs, ...Object.fromEntries(chosen) },
      version: versionNow.data.version,
    })
  }
  return (
    <ConflictDialog
      title={`您编辑时，同事改了${what}`}
      theirs="同事的"
      fields={names.map((name) => ({
        key: name,
        label: fields[name].label,
        original: textOf(name, original),
        mine: textOf(name, mine),
        theirs: textOf(name, theirs),
      }))}
      saving={save.isPending}
      error={conflictIn(save.error) ? null : save.error}
      onSave={merge}
      onGiveUp={onClose}
    />
  )
}

function conflictIn(error: unknown): Problem | null {
  return error instanceof ProblemError && error.problem.code === 'version_conflict' ? error.problem : null
}
