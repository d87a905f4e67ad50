import { AudioMutedOutlined, AudioOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import { useUndo } from './UndoBar.tsx'
import styles from './VoiceKey.module.css'
import { type Recognition, startListening, voiceAvailable } from './voice.ts'

interface VoiceKeyProps {
  /** The field it writes into, for its name. */
  label: string
  onText: (text: string) => void
}

/** Dictation into a free-text field; not there at all where the browser cannot do it. */
export function VoiceKey({ label, onText }: VoiceKeyProps) {
  const say = useUndo()
  const [listening, setListening] = useState(false)
  const recognition = useRef<Recognition | null>(null)
  useEffect(() => () => recognition.current?.abort(), [])
  if (!voiceAvailable()) return null
  const toggle = () => {
    if (listening) return recognition.current?.stop()
    recognition.current = startListening({
      onText,
      onEnd: () => setListening(false),
      onUnable: () => say({ text: '这台设备现在不能口述，请用键盘' }),
    })
    setListening(recognition.current !== null)
  }
  return (
    <button
      type="button"
      className={styles.key}
      aria-pressed={listening}
      aria-label={listening ? `停止口述${label}` : `口述${label}`}
      onClick={toggle}
    >
      {listening ? <AudioMutedOutlined /> : <AudioOutlined />}
    </button>
  )
}
