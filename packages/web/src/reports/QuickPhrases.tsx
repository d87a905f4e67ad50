import { Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Dialog } from '../ui/Sheet.tsx'
import styles from './QuickPhrases.module.css'

interface QuickPhrasesProps {
  phrases: readonly string[]
  onChoose: (phrase: string) => void
}

/** Sentences of one tap; the list is the person's own. */
export function QuickPhrases({ phrases, onChoose }: QuickPhrasesProps) {
  const [editing, setEditing] = useState(false)
  return (
    <div className={styles.phrases}>
      {phrases.map((phrase) => (
        <button key={phrase} type="button" onClick={() => onChoose(phrase)}>
          {phrase}
        </button>
      ))}
      <button type="button" className={styles.edit} onClick={() => setEditing(true)}>
        改快捷语
      </button>
      {editing && <EditPhrases phrases={phrases} onClose={() => setEditing(false)} />}
    </div>
  )
}

function EditPhrases({ phrases, onClose }: { phrases: readonly string[]; onClose: () => void }) {
  const [text, setText] = useState(phrases.join('\n'))
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const save = useCommand(() => client.reports.setQuickPhrases({ body: { phrases: lines } }), {
    changes: ['reports'],
    onDone: onClose,
  })
  return (
    <Dialog
      open
      title="我的点评快捷语"
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            保存
          </Button>
        </>
      }
    >
      <p className={styles.help}>一行一句，最多 12 句</p>
      <Input.TextArea
        aria-label="快捷语"
        autoSize={{ minRows: 5, maxRows: 12 }}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {save.error && <RefusalBox error={save.error} />}
    </Dialog>
  )
}
