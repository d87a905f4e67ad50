import { CameraOutlined, InboxOutlined, UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { usePhone } from '../ui/useMedia.ts'
import styles from './AddFiles.module.css'
import { type Place, sendFiles } from './sending.ts'

const limits = '每个不超过 50 MB；断网后接着传'

/** By dragging or choosing on the desk; with the camera or from the device on the phone. */
export function AddFiles({ place, isFirst }: { place: Place; isFirst: boolean }) {
  const phone = usePhone()
  const send = (files: FileList | null) => sendFiles(place, files ?? [])
  if (phone) return <PhoneWays send={send} isFirst={isFirst} />
  return <Dropzone send={send} isFirst={isFirst} />
}

interface WayProps {
  send: (files: FileList | null) => void
  isFirst: boolean
}

function PhoneWays({ send, isFirst }: WayProps) {
  const camera = useRef<HTMLInputElement>(null)
  const device = useRef<HTMLInputElement>(null)
  return (
    <div className={styles.ways}>
      {isFirst && <p>还没有附件。协议、图纸、现场照片都可以放。</p>}
      <Button icon={<CameraOutlined />} onClick={() => camera.current?.click()}>
        拍照
      </Button>
      <Button icon={<UploadOutlined />} onClick={() => device.current?.click()}>
        选择文件
      </Button>
      <small>{limits}</small>
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        onChange={({ target }) => take(target, send)}
      />
      <input ref={device} type="file" hidden multiple onChange={({ target }) => take(target, send)} />
    </div>
  )
}

function Dropzone({ send, isFirst }: WayProps) {
  const [over, setOver] = useState(false)
  const drag = (entering: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(entering)
  }
  return (
    <label
      className={styles.zone}
      data-over={over}
      data-first={isFirst}
      onDragEnter={drag(true)}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        send(event.dataTransfer.files)
      }}
    >
      <input
        type="file"
        multiple
        className="visually-hidden"
        aria-label="选择要上传的文件"
        onChange={({ target }) => take(target, send)}
      />
      <InboxOutlined className={styles.icon} />
      <span>
        <strong>把文件拖到这里，或点击选择</strong>
        <small>{isFirst ? `协议、图纸、现场照片都可以放；${limits}` : limits}</small>
      </span>
    </label>
  )
}

function take(input: HTMLInputElement, send: (files: FileList | null) => void): void {
  send(input.files)
  input.value = '' // the same file can be chosen again
}
