import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { useState } from 'react'
import { Portrait } from '../../ui/Portrait.tsx'
import { PersonAccount } from './PersonAccount.tsx'
import { PersonalForm } from './PersonalForm.tsx'
import styles from './PersonCard.module.css'
import { PersonFacts } from './PersonFacts.tsx'
import { factsOf } from './PersonRow.tsx'
import { PersonState } from './PersonState.tsx'
import { PersonVerbs } from './PersonVerbs.tsx'
import { PositionForm } from './PositionForm.tsx'
import type { PersonMode } from './person-mode.ts'
import { ReinstateForm } from './ReinstateForm.tsx'

/** One person: beside the list, or as a page of its own. */
export function PersonCard({ person }: { person: Person }) {
  const [mode, setMode] = useState<PersonMode>('facts')
  const back = () => setMode('facts')
  return (
    <>
      <header className={styles.head}>
        <Portrait name={person.name} size={40} />
        <div>
          <h2>
            {person.name} <PersonState person={person} />
          </h2>
          <p>{factsOf(person)}</p>
        </div>
      </header>
      {mode === 'facts' && <PersonVerbs person={person} onMode={setMode} />}
      {mode === 'facts' && <PersonFacts person={person} />}
      {mode === 'facts' && <PersonAccount person={person} />}
      {mode === 'personal' && <PersonalForm person={person} onClose={back} />}
      {mode === 'position' && <PositionForm person={person} onClose={back} />}
      {mode === 'reinstate' && <ReinstateForm person={person} onClose={back} />}
    </>
  )
}
