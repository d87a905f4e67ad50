import { CopyOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import styles from './TemporaryPassword.module.css'

/** Shown once, to be passed on by word or on paper; the person changes it at the first sign-in. */
export function TemporaryPassword({ username, password }: { username: string; password: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(`用户名 ${username}\n初始密码 ${password}\n${window.location.origin}`)
    setCopied(true)
  }
  return (
    <section className={styles.box} aria-label="初始密码">
      <p>初始密码只显示这一次，请当面或电话告诉本人；第一次登录时必须修改。</p>
      <dl>
        <dt>用户名</dt>
        <dd>{username}</dd>
        <dt>初始密码</dt>
        <dd className={styles.password}>{password}</dd>
      </dl>
      {window.isSecureContext && (
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {copied ? '已复制' : '复制'}
        </Button>
      )}
    </section>
  )
}
