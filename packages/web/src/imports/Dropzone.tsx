import { InboxOutlined } from '@ant-design/icons'
import { type DragEvent, useRef, useState } from 'react'
import styles from './Dropzone.module.css'

interface DropzoneProps {
  /** The name of the file that is being read just now. */
  reading: string | null
  onFile: (file: File) => void
}

const largest = 30 * 1024 * 1024

/** A file by drag and drop or by choosing; what is too large is not even sent. */
export function Dropzone({ reading, onFile }: DropzoneProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const take = (files: FileList | null) => {
    const [file, ...others] = files ?? []
    setRefusal(null)
    if (!file || reading) return
    if (others.length > 0) setRefusal('一次只能导入一个文件')
    else if (file.size > largest) setRefusal(`${file.name} 超过 30 MB，请拆成几个文件分批导入`)
    else onFile(file)
  }
  const drag = (entering: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(entering)
  }
  return (
    <div>
      <label
        className={styles.zone}
        data-over={over}
        data-busy={reading !== null}
        onDragEnter={drag(true)}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event)
          take(event.dataTransfer.files)
        }}
      >
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          accept=".xlsx,.csv,.txt,.xls"
          aria-label="选择客户清单文件"
          disabled={reading !== null}
          onChange={({ target }) => {
            take(target.files)
            target.value = '' // the same file can be chosen again after it was corrected
          }}
        />
        <InboxOutlined className={styles.icon} />
        <strong>{reading ? `正在读取 ${reading}` : '把客户清单拖到这里，或点击选择文件'}</strong>
        {reading ? (
          <progress aria-label="读取进度" />
        ) : (
          <span>xlsx、csv 或 txt，不超过 30 MB、5 万行；表头在前十行之内即可，列名不必改</span>
        )}
      </label>
      <p className={styles.refusal} role="alert">
        {refusal}
      </p>
    </div>
  )
}
