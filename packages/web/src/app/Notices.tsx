import { Button } from 'antd'
import { useSyncExternalStore } from 'react'
import styles from './Notices.module.css'
import { useNewVersion } from './useNewVersion.ts'

/** Bars above everything: no connection, or a newer version of these pages on the server. */
export function Notices() {
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const outdated = useNewVersion()
  return (
    <div aria-live="polite">
      {!online && (
        <div className={styles.offline}>没有网络：拜访照常保存，联网后自动上传；其他内容留在草稿里。</div>
      )}
      {outdated && (
        <div className={styles.version}>
          系统已更新，重新打开后使用新版；草稿会保留。
          <Button size="small" type="primary" onClick={() => window.location.reload()}>
            重新打开
          </Button>
        </div>
      )}
    </div>
  )
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
