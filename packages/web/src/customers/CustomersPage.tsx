import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { CustomerSummary } from '@zhuowei/contract/customer-shapes.ts'
import { read, readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Page, Pane, Panes } from '../ui/Page.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import { ViewBar } from '../ui/ViewBar.tsx'
import { BulkBar } from './BulkBar.tsx'
import { CustomerFacets } from './CustomerFacets.tsx'
import { CustomerList } from './CustomerList.tsx'
import { CustomerPanel } from './CustomerPanel.tsx'
import styles from './CustomersPage.module.css'
import { CustomersPhone } from './CustomersPhone.tsx'
import { type CustomersSearch, filtersOf, isFiltered, queryOf } from './customers-search.ts'
import { ListTools } from './ListTools.tsx'
import { ListVerbs } from './ListVerbs.tsx'
import { regionsOf, type Selected, type SelectedRegion } from './selection.ts'
import { mostTicked, useChecked } from './useChecked.ts'
import { type ListView, useCustomerViews } from './useCustomerViews.ts'
import { useShownColumns } from './useShownColumns.ts'
import { ViewMenu } from './ViewMenu.tsx'

const route = getRouteApi('/shell/customers')

/** Pages of their own, behind the views. */
const pages = {
  'grade-changes': '/customers/grade-changes',
  feedback: '/customers/feedback',
  forgotten: '/customers/forgotten',
  board: '/customers/board',
  regions: '/customers/regions',
} as const
const pageTabs = [
  { key: 'grade-changes', label: '等级变化' },
  { key: 'feedback', label: '反馈表' },
  { key: 'forgotten', label: '遗忘客户' },
  { key: 'board', label: '看板' },
  { key: 'regions', label: '片区分布' },
]
const isPage = (key: string): key is keyof typeof pages => key in pages

/** 客户: facets, rows in two lines, and the record beside them; the address holds all of it. */
export function CustomersPage() {
  useDocumentTitle('客户')
  const phone = usePhone()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/customers' })
  const [shown, setShown] = useShownColumns()
  const { checked, all, setChecked } = useChecked(search)
  const { views, current } = useCustomerViews(search)
  const source = usePages(readPages('customers', 'list', { query: queryOf(search) }))
  const summary = useSummary(search, source.items !== undefined)
  const total = summary && totalOf(summary)
  const whole = useWhole(search, source.items !== undefined)
  const change = (next: Partial<CustomersSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  const show = (key: string) => {
    const view = views.find((one) => one.key === key)
    if (view?.saved?.state.columns) setShown(view.saved.state.columns)
    void navigate({ search: view?.search ?? { view: key } })
  }
  const isTab = ({ saved }: ListView) => !saved || saved.pinned
  const parts = {
    search,
    source,
    summary,
    total,
    views: [...views, ...pageTabs],
    current: current?.key ?? '',
    onChange: change,
    onView: (key: string) => (isPage(key) ? void navigate({ to: pages[key] }) : show(key)),
  }
  if (phone) return <CustomersPhone {...parts} />
  const ids = source.items?.map(({ id }) => id) ?? []
  const everyShown = ids.length > 0 && ids.slice(0, mostTicked).every((id) => checked.has(id))
  const checkedItems = (source.items ?? []).filter(({ id }) => checked.has(id))
  const selected: Selected = all
    ? { kind: 'all', filters: filtersOf(search), count: summary?.total ?? checked.size }
    : { kind: 'rows', ids: [...checked] }
  const open = search.open
  const visible = open ? [] : shown
  return (
    <Page full>
      <ViewBar
        title="客户"
        note={<Whose total={total} of={whole} />}
        views={[...views.filter(isTab), ...pageTabs]}
        more={views.filter((view) => !isTab(view)).map(withAuthor)}
        current={current?.key ?? ''}
        onView={parts.onView}
        afterViews={
          <ViewMenu
            search={search}
            shown={shown}
            views={views}
            current={current}
            onShow={(next) => void navigate({ search: next })}
          />
        }
        extra={
          <ListVerbs
            shown={shown}
            everything={{ kind: 'all', filters: filtersOf(search), count: summary?.total ?? 0 }}
            onColumns={setShown}
          />
        }
      />
      <Panes>
        <Pane label="筛选" width={176}>
          <CustomerFacets
            search={search}
            summary={summary}
            onChange={(next) => change({ ...next, open: undefined })}
          />
        </Pane>
        <section className={styles.list} aria-label="客户列表">
          {checked.size > 0 ? (
            <BulkBar
              selected={selected}
              regions={all ? regionsIn(summary, search) : regionsOf(checkedItems)}
              onAll={
                everyShown && source.hasMore && !all
                  ? {
                      text: `选中符合条件的全部${total ? ` ${total} 家` : ''}`,
                      choose: () => setChecked(checked, true),
                    }
                  : undefined
              }
              onDone={() => setChecked(new Set())}
              onNone={() => setChecked(new Set())}
            />
          ) : (
            <ListTools
              search={search}
              onChange={change}
              all={{
                some: false,
                every: false,
                onChange: (on) => setChecked(new Set(on ? ids.slice(0, mostTicked) : [])),
              }}
            />
          )}
          <div className={styles.rows}>
            <CustomerList
              search={search}
              source={source}
              shown={visible}
              checked={{ keys: checked, onChange: setChecked }}
              total={total}
              onChange={change}
            />
          </div>
        </section>
        {open && <CustomerPanel id={open} ids={ids} onOpen={(id) => change({ open: id })} />}
      </Panes>
    </Page>
  )
}

const withAuthor = ({ key, label, saved }: ListView) => ({
  key,
  label: saved && !saved.can.edit ? `${label}（${saved.author.name}共享）` : label,
})

/** Counted after the rows are there, never with them. */
function useSummary(search: CustomersSearch, listed: boolean) {
  const { data } = useQuery({
    ...read('customers', 'summary', { query: filtersOf(search) }),
    enabled: listed,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return data
}

/** The facet counts the other regions too; of all that fit only those of the filter are meant. */
function regionsIn(summary: CustomerSummary | undefined, search: CustomersSearch): SelectedRegion[] {
  return (summary?.facets.region ?? [])
    .filter(({ value, count }) => count > 0 && (!search.regionId?.length || search.regionId.includes(value)))
    .map(({ value, name, count }) => ({ id: value, name, count }))
}

const totalOf = ({ total, capped }: CustomerSummary) => `${total.toLocaleString('zh-CN')}${capped ? '+' : ''}`

/** How many there are without the filter; undefined when nothing is filtered. */
function useWhole(search: CustomersSearch, listed: boolean): string | undefined {
  const filtered = isFiltered(search)
  const { data } = useQuery({
    ...read('customers', 'summary', { query: {} }),
    enabled: listed && filtered,
    staleTime: 60_000,
  })
  return filtered && data ? totalOf(data) : undefined
}

function Whose({ total, of }: { total: string | undefined; of: string | undefined }) {
  const { regions, division } = useSession()
  const where = regions.map(({ name }) => name).join('、') || division?.name || ''
  return total ? `${where} ${total} 家${of ? `，共 ${of} 家` : ''}` : where
}
