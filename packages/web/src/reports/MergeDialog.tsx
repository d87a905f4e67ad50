import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../ui/Sheet.tsx'
import styles from './MergeDialog.module.css'
import { type Choice, type Conflict, conflictsOf, decidedWords, type MergedWords } from './merge-drafts.ts'
import type { Words } from './report-draft.ts'

interface MergeDialogProps {
  merged: MergedWords
  onDecide: (words: Words) => void
}

/** Both windows changed the same line: one choice per line; everything else has merged by itself. */
export function MergeDialog({ merged, onDecide }: MergeDialogProps) {
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const conflicts = conflictsOf(merged)
  const open = conflicts.filter(({ key }) => !choices[key]).length
  return (
    <Dialog
      open
      width={640}
      closable={false}
      mask={{ closable: false }}
      title="这份汇报在别的窗口或手机上也改过"
      footer={
        <Button type="primary" disabled={open > 0} onClick={() => onDecide(decidedWords(merged, choices))}>
          {open > 0 ? `还有 ${open} 处要选` : '合并'}
        </Button>
      }
    >
      <p className={styles.intro}>两边各自加的都已并入。下面 {conflicts.length} 处两边改得不一样，选一个：</p>
      {conflicts.map((conflict) => (
        <Decide
          key={conflict.key}
          conflict={conflict}
          chosen={choices[conflict.key]}
          onChoose={(choice) => setChoices({ ...choices, [conflict.key]: choice })}
        />
      ))}
    </Dialog>
  )
}

interface DecideProps {
  conflict: Conflict
  chosen: Choice | undefined
  onChoose: (choice: Choice) => void
}

function Decide({ conflict, chosen, onChoose }: DecideProps) {
  const { label, original, mine, theirs } = conflict
  const options: [Choice, string, string | null][] = [
    ['mine', '这里的', mine],
    ['theirs', '那边的', theirs],
  ]
  return (
    <fieldset className={styles.conflict}>
      <legend>
        {label}
        {original && <small>原来：{original}</small>}
      </legend>
      {options.map(([choice, name, text]) => (
        <button key={choice} type="button" aria-pressed={chosen === choice} onClick={() => onChoose(choice)}>
          <small>{name}</small>
          <span>{text ?? '删去这一条'}</span>
        </button>
      ))}
      {mine !== null && theirs !== null && (
        <button type="button" aria-pressed={chosen === 'both'} onClick={() => onChoose('both')}>
          <span>都保留</span>
        </button>
      )}
    </fieldset>
  )
}
