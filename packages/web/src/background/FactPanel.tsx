import { MoreOutlined, PlusOutlined } from '@ant-design/icons'
import type { Background, BackgroundFact } from '@zhuowei/contract/background.ts'
import { type FactKind, factKindClause, factKindLabel } from '@zhuowei/domain/background/fact.ts'
import { daysBetween, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday, shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './Background.module.css'
import { FactForm } from './FactForm.tsx'
import { type FactInputs, inputsFrom } from './fact-inputs.ts'
import { detailsOf, titleOf } from './fact-words.ts'
import { Offers } from './Offers.tsx'

/** Something that is not known yet, and what the form starts with when it is entered. */
interface Missing {
  label: string
  given: FactInputs
}

interface FactPanelProps {
  customerId: string
  kind: FactKind
  facts: readonly BackgroundFact[]
  can: Background['can']
  /** One sentence for an empty panel. */
  empty: string
  /** The heading at the left of a row, said once for rows that follow each other. */
  lead?: (fact: BackgroundFact) => string
  more?: (fact: BackgroundFact) => ReactNode
  missing?: readonly Missing[]
  missingLabel?: string
  /** What visits learned for the 反馈表 and nobody has entered here. */
  offers: Background['offers']
  /** The source typed last; mostly several things are learned at once. */
  source: string
  onSource: (source: string) => void
  children?: ReactNode
}

interface Opened {
  fact: BackgroundFact | null
  given: FactInputs
  /** What a visit said of this is taken over: a form and a draft of its own. Otherwise mostly several things are entered one after the other. */
  offered?: string
  /** A new form for each thing that is entered. */
  turn: number
}

/** All facts of one kind, one line after the other, and the form right where they stand. */
export function FactPanel(props: FactPanelProps) {
  const { customerId, kind, facts, can, empty, lead, more, missing = [], source, onSource } = props
  const [opened, setOpened] = useState<Opened | null>(null)
  const phone = usePhone()
  const turn = (opened?.turn ?? 0) + 1
  const add = (given: FactInputs = {}, offered?: string) =>
    setOpened({ fact: null, given: { source, ...given }, turn, ...(offered && { offered }) })
  const saved = (result: BackgroundFact) => {
    onSource(result.source)
    const goesOn = opened?.fact === null && !opened.offered && !phone
    if (goesOn) add({ source: result.source, ...(result.category && { category: result.category }) })
    else setOpened(null)
  }
  const form = opened && (
    <FactForm
      key={opened.turn}
      customerId={customerId}
      kind={kind}
      fact={opened.fact}
      title={`${opened.fact ? '修改' : '记'}${factKindLabel[kind]}`}
      given={opened.given}
      offered={opened.offered}
      onSaved={saved}
      onClose={() => setOpened(null)}
    />
  )
  return (
    <Panel
      title={factKindLabel[kind]}
      note={<ClauseChip clause={factKindClause[kind]} />}
      extra={
        can.edit && (
          <Button
            size="small"
            icon={<PlusOutlined />}
            aria-label={`记${factKindLabel[kind]}`}
            onClick={() => add()}
          >
            记一条
          </Button>
        )
      }
      flush
    >
      <ul className={styles.facts}>
        {facts.map((fact, index) =>
          opened?.fact?.id === fact.id && !phone ? (
            <li key={fact.id}>{form}</li>
          ) : (
            <li key={fact.id} className={styles.fact} data-lead={lead !== undefined}>
              {lead && <span className={styles.lead}>{saidOnce(facts, index, lead)}</span>}
              <FactText fact={fact} more={more?.(fact)} />
              {can.edit && <FactVerbs fact={fact} onEdit={() => setOpened({ fact, given: {}, turn })} />}
            </li>
          ),
        )}
      </ul>
      {facts.length === 0 && <p className={styles.none}>{empty}</p>}
      <Offers
        offers={props.offers.filter((offer) => offer.kind === kind)}
        onTake={(offer) => add(inputsFrom(offer), `${offer.label}${offer.brand ?? ''}`)}
      />
      {missing.length > 0 && can.edit && (
        <p className={styles.missing}>
          {props.missingLabel}
          {missing.map(({ label, given }) => (
            <button key={label} type="button" aria-label={`记${label}`} onClick={() => add(given)}>
              {label}
            </button>
          ))}
        </p>
      )}
      {props.children}
      {opened && (opened.fact === null || phone) && form}
    </Panel>
  )
}

const saidOnce = (
  facts: readonly BackgroundFact[],
  index: number,
  lead: (fact: BackgroundFact) => string,
): string => {
  const [here, before] = [facts[index], facts[index - 1]]
  if (!here) return ''
  return before && lead(before) === lead(here) ? '' : lead(here)
}

function FactText({ fact, more }: { fact: BackgroundFact; more: ReactNode }) {
  const details = detailsOf(fact)
  return (
    <div className={styles.text}>
      <div>
        <p className={styles.title}>
          <strong>{titleOf(fact)}</strong>
          <MaintenanceTag fact={fact} />
        </p>
        {details && <p>{details}</p>}
        {more}
      </div>
      {fact.source && <Provenance fact={fact} />}
    </div>
  )
}

/** Where it comes from, on which day, who has confirmed it since, and how long ago that is when it has been too long. */
function Provenance({
  fact: { source, learnedOn, confirmedOn, confirmedBy, stale },
}: {
  fact: BackgroundFact
}) {
  const today = shanghaiDate(useNow())
  return (
    <small title={`了解 ${dateWithWeekday(learnedOn)}，核实 ${dateWithWeekday(confirmedOn)}`}>
      <span>
        {source}，{shortDate(learnedOn, today)}，
      </span>
      <span>
        {confirmedBy.name}
        {confirmedOn === learnedOn ? '记' : ` ${shortDate(confirmedOn, today)} 核实`}
      </span>
      {stale && <span className={styles.stale}>{daysBetween(confirmedOn, today)} 天没有核实</span>}
    </small>
  )
}

function MaintenanceTag({ fact }: { fact: BackgroundFact }) {
  const today = shanghaiDate(useNow())
  const { maintenance, maintenanceEndsOn: endsOn, replacement } = fact
  if (!maintenance || !endsOn) return null
  if (maintenance === 'ended')
    return <StateTag tone={replacement ? 'outlined' : 'red'}>已过保 {endsOn}</StateTag>
  const isDue = maintenance === 'ending' && !replacement
  return (
    <StateTag tone={isDue ? 'amber' : 'outlined'}>
      维保到 {maintenance === 'ending' ? shortDate(endsOn, today) : endsOn}
    </StateTag>
  )
}

function FactVerbs({ fact, onEdit }: { fact: BackgroundFact; onEdit: () => void }) {
  const offerUndo = useUndo()
  const params = { id: fact.id }
  const changes = ['background', 'customers', 'contacts', 'today']
  const confirm = useCommand(() => client.background.confirm({ params, body: { version: fact.version } }), {
    changes,
    onDone: () => offerUndo({ text: `${titleOf(fact)}：仍然如此` }),
  })
  const restore = useCommand(() => client.background.restore({ params }), { changes })
  const remove = useCommand(() => client.background.remove({ params }), {
    changes,
    onDone: () => offerUndo({ text: `已去掉${titleOf(fact)}`, undo: () => restore.mutate() }),
  })
  const error = confirm.error ?? remove.error
  if (error) return <RefusalBox error={error} />
  const same = { key: 'confirm', label: '仍然如此', onClick: () => confirm.mutate() }
  return (
    <span className={styles.verbs}>
      {fact.stale && (
        <Button
          size="small"
          color="primary"
          variant="filled"
          aria-label={`仍然如此：${titleOf(fact)}`}
          loading={confirm.isPending}
          onClick={() => confirm.mutate()}
        >
          仍然如此
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'edit', label: '修改', onClick: onEdit },
            ...(fact.stale ? [] : [same]),
            { key: 'remove', label: '去掉', danger: true, onClick: () => remove.mutate() },
          ],
        }}
      >
        <Button type="text" icon={<MoreOutlined />} aria-label={`${titleOf(fact)}的操作`} />
      </Dropdown>
    </span>
  )
}
