import { Link } from '@tanstack/react-router'
import type { Clause, RegulationParameter } from '@zhuowei/contract/regulation.ts'
import styles from './ClauseRow.module.css'
import { Marked } from './Marked.tsx'
import { MarkTag } from './MarkTag.tsx'

interface ClauseRowProps {
  clause: Clause
  word: string
  parameters: readonly RegulationParameter[]
  /** The address names this clause. */
  sought: boolean
}

/** One clause: its number, its sentence, and at the right what follows from it here. */
export function ClauseRow({ clause, word, parameters, sought }: ClauseRowProps) {
  const level = clause.path.length === 0 ? 'chapter' : clause.title ? 'heading' : 'sentence'
  const follows = clause.rules.length > 0 || parameters.length > 0
  return (
    <section id={clause.id} className={styles.row} data-level={level} data-sought={sought}>
      <Link to="/regulation" hash={clause.id} search={{}} className={styles.number}>
        <Marked text={clause.id} word={word} />
      </Link>
      <div className={styles.text}>
        {clause.title && (
          <h2>
            <Marked text={clause.title} word={word} />
          </h2>
        )}
        {clause.text && (
          <p>
            <Marked text={clause.text} word={word} />
          </p>
        )}
        {clause.mark && (
          <p className={styles.hole}>
            {clause.mark === '原文缺号' ? '原文没有这一项' : '原文在此中断'} <MarkTag mark={clause.mark} />
          </p>
        )}
      </div>
      {follows && (
        <aside className={styles.follows} aria-label={`${clause.id} 的执行`}>
          {clause.rules.map((rule) => (
            <p key={rule}>{rule}</p>
          ))}
          {parameters.length > 0 && (
            <div className={styles.numbers}>
              {parameters.map((parameter) => (
                <Link key={parameter.key} to="/regulation/parameters" search={{ key: parameter.key }}>
                  {parameter.label} <b>{parameter.valueText}</b>
                </Link>
              ))}
            </div>
          )}
        </aside>
      )}
    </section>
  )
}
