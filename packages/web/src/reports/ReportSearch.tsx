import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useRef, useState } from 'react'

const pauseMs = 300

interface ReportSearchProps {
  /** What the address asks for. */
  asked: string
  onAsk: (q: string) => void
}

/** 查汇报, full text: asks when the typing pauses and nothing is being composed. */
export function ReportSearch({ asked, onAsk }: ReportSearchProps) {
  const [typed, setTyped] = useState(asked)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const composing = useRef(false)
  const askLater = (text: string) => {
    clearTimeout(timer.current)
    if (!composing.current) timer.current = setTimeout(() => onAsk(text.trim()), pauseMs)
  }
  return (
    <Input
      aria-label="查汇报"
      placeholder="查正文，如：两地三中心"
      prefix={<SearchOutlined />}
      allowClear
      maxLength={60}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        askLater(target.value)
      }}
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={({ currentTarget }) => {
        composing.current = false
        askLater(currentTarget.value)
      }}
    />
  )
}
