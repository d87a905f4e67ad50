import type { DecisionChain } from '@zhuowei/contract/decision-chain.ts'
import styles from './ChainList.module.css'
import { relationWords } from './chain-words.ts'
import { laneLabel, layLanes } from './map-layout.ts'
import { PersonCard, VacantCard } from './PersonCard.tsx'

/** The map as a list by lanes: for the phone, for the keyboard, and for reading aloud. */
export function ChainList({ chain, onOpen }: { chain: DecisionChain; onOpen: (id: string) => void }) {
  const nameOf = (id: string) => chain.people.find((person) => person.id === id)?.name ?? ''
  return (
    <div className={styles.lanes}>
      {layLanes(chain)
        .filter(({ people, vacant }) => people.length > 0 || vacant)
        .map(({ key, people, vacant }) => (
          <section key={key}>
            <h3>{laneLabel[key]}</h3>
            <ul>
              {people.map(({ person }) => (
                <li key={person.id}>
                  <PersonCard person={person} masked={chain.masked} onOpen={onOpen} />
                  {chain.relations
                    .filter(({ fromId }) => fromId === person.id)
                    .map((relation) => (
                      <p key={relation.id}>
                        {relationWords(relation)}：{nameOf(relation.toId)}
                      </p>
                    ))}
                </li>
              ))}
              {vacant && (
                <li>
                  <VacantCard roles={vacant.roles} />
                </li>
              )}
            </ul>
          </section>
        ))}
    </div>
  )
}
