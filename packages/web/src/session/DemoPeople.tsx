import { useRouter } from '@tanstack/react-router'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { sessionApi } from '@zhuowei/contract/session.ts'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { Portrait } from '../ui/Portrait.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import styles from './DemoPeople.module.css'
import { enter } from './enter.ts'

type Demo = Reply<typeof sessionApi.demoPeople>

/** The people of the demonstration: one click is to be that person. */
export function DemoPeople({ demo, target }: { demo: Demo; target: string | undefined }) {
  const router = useRouter()
  const [failure, setFailure] = useState<unknown>(null)
  const [entering, setEntering] = useState<string | null>(null)
  const signIn = async (username: string) => {
    setEntering(username)
    try {
      const body = { username, password: demo.password ?? '', remember: false }
      enter(router.history, await client.session.signIn({ body }), target)
    } catch (error) {
      setFailure(error)
      setEntering(null)
    }
  }
  return (
    <>
      <header className={styles.head}>
        <h2>演示人员</h2>
        <p>点一位直接进入；密码都是 {demo.password}</p>
      </header>
      {failure !== null && <RefusalBox error={failure} />}
      <ul className={styles.people}>
        {demo.items.map((person) => (
          <li key={person.username}>
            <button
              type="button"
              disabled={entering !== null}
              aria-busy={entering === person.username}
              onClick={() => void signIn(person.username)}
            >
              <Portrait name={person.name} />
              <span className={styles.lines}>
                <span>
                  <strong>{person.name}</strong>
                  <small>{person.roleLabel}</small>
                </span>
                <span className={styles.hint}>{person.hint}</span>
              </span>
              <span className={styles.username}>{person.username}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
