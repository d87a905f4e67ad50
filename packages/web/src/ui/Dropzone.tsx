import { InboxOutlined } from '@ant-design/icons'
import { type DragEvent, useRef, useState } from 'react'
import styles from './Dropzone.module.css'

interface DropzoneProps {
  /** 选择客户清单文件. */
  label: string
  /** 把客户清单拖到这里，或点击选择文件. */
  prompt: string
  /** What is taken. */
  hint: string
  /** Endings, as a file input has them. */
  accept: string
  megabytes: number
  /** What to do with a larger one. */
  beyond: string
  mostFiles?: number
  /** What is being read just now. */
  reading: string | null
  onFiles: (files: [File, ...File[]]) => void
}

/** Files by drag and drop or by choosing; what is too large is not even sent. */
export function Dropzone({
  label,
  prompt,
  hint,
  accept,
  megabytes,
  beyond,
  mostFiles = 1,
  reading,
  onFiles,
}: DropzoneProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const take = (files: FileList | null) => {
    const [first, ...others] = files ?? []
    setRefusal(null)
    if (!first || reading) return
    const large = [first, ...others].find(({ size }) => size > megabytes * 1024 * 1024)
    if (others.length >= mostFiles)
      setRefusal(`一次只能导入${mostFiles === 1 ? '一' : ` ${mostFiles} `}个文件`)
    else if (large) setRefusal(`${large.name} 超过 ${megabytes} MB，${beyond}`)
    else onFiles([first, ...others])
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
          accept={accept}
          multiple={mostFiles > 1}
          aria-label={label}
          disabled={reading !== null}
          onChange={({ target }) => {
            take(target.files)
            target.value = '' // the same file can be chosen again after it was corrected
          }}
        />
        <InboxOutlined className={styles.icon} />
        <strong>{reading ? `正在读取 ${reading}` : prompt}</strong>
        {reading ? <progress aria-label="读取进度" /> : <span>{hint}</span>}
      </label>
      <p className={styles.refusal} role="alert">
        {refusal}
      </p>
    </div>
  )
}
