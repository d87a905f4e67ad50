import type { FeedbackForm } from '@zhuowei/contract/feedback.ts'
import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import {
  answerLabel,
  formItemLabel,
  hasRemark,
  type WordItem,
  wordItems,
} from '@zhuowei/domain/feedback/form.ts'
import type { ReactNode } from 'react'
import { DateText } from '../ui/DateText.tsx'
import styles from './FormTable.module.css'

type Content = FeedbackForm['content']

const opening = wordItems.filter((item) => !hasRemark(item))
const landscape = wordItems.filter(hasRemark)

/** The items in the order and under the headings of the 附表. */
export function FormTable({ content }: { content: Content }) {
  const { competitors, remark } = content
  return (
    <dl className={styles.table}>
      {opening.map((item) => (
        <Row key={item} label={formItemLabel[item]}>
          <Words content={content} item={item} />
        </Row>
      ))}
      <Row label={columns.competitors.title}>
        {competitors.answer === 'known' ? (
          <ul className={styles.lines}>
            {competitors.lines.map(({ name, assessment }) => (
              <li key={name}>
                <strong>{name}</strong>
                <span>{assessment || <Blank />}</span>
              </li>
            ))}
          </ul>
        ) : (
          <Absent answer={competitors.answer} on={competitors.on} />
        )}
      </Row>
      <Row label={columns.itLandscape.title}>
        <dl className={styles.inner}>
          {landscape.map((item) => (
            <Row key={item} label={formItemLabel[item]}>
              <Words content={content} item={item} />
            </Row>
          ))}
        </dl>
      </Row>
      <Row label={columns.remark}>{remark || <Blank />}</Row>
    </dl>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Words({ content, item }: { content: Content; item: WordItem }) {
  const { answer, text, remark, on } = content[item]
  return (
    <>
      {answer === 'known' ? <p>{text}</p> : <Absent answer={answer} on={on} />}
      {remark && (
        <small>
          {columns.remark}：{remark}
        </small>
      )}
      {answer === 'known' && on && (
        <small>
          <DateText date={on} /> 了解
        </small>
      )}
    </>
  )
}

function Absent({ answer, on }: Pick<Content['competitors'], 'answer' | 'on'>) {
  if (answer === 'blank') return <Blank />
  return (
    <p>
      {answerLabel[answer]}
      {on && (
        <>
          （<DateText date={on} />）
        </>
      )}
    </p>
  )
}

const Blank = () => <span className={styles.blank}>{answerLabel.blank}</span>
