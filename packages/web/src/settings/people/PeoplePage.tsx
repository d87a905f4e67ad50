import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import type { Person } from '@zhuowei/contract/person-shapes.ts'
import { readPages } from '../../app/client.ts'
import { Page, Pane, Panes } from '../../ui/Page.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { useDocumentTitle } from '../../ui/useDocumentTitle.ts'
import { usePhone } from '../../ui/useMedia.ts'
import { usePages } from '../../ui/usePages.ts'
import { OrganisationGaps } from './OrganisationGaps.tsx'
import { NewPersonButton, PeopleBar, PeopleFind, PeopleStates } from './PeopleBar.tsx'
import { PeopleFacets } from './PeopleFacets.tsx'
import { PeopleList } from './PeopleList.tsx'
import { PersonCard } from './PersonCard.tsx'
import type { PeopleSearch } from './search.ts'

const route = getRouteApi('/shell/settings/people')

/** The directory for everybody, the personnel list for the administrator. */
export function PeoplePage() {
  const phone = usePhone()
  const navigate = useNavigate()
  const search = route.useSearch()
  const { id, ...filters } = search
  const source = usePages(readPages('organisation', 'people', { query: filters }))
  const change = (next: Partial<PeopleSearch>) =>
    void navigate({ to: '/settings/people', search: { ...search, ...next }, replace: true })
  const open = (person: Pick<Person, 'id'>) =>
    void navigate({ to: '/settings/people/$personId', params: { personId: person.id } })
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  const parts = { search, change, source, open, isFiltered, mayOnboard: source.first?.can.onboard ?? false }
  return phone ? <OnPhone {...parts} /> : <AtTheDesk {...parts} />
}

type Source = Parameters<typeof PeopleList>[0]['source'] & {
  first: Reply<typeof organisationApi.people> | undefined
}

interface Parts {
  search: PeopleSearch
  change: (next: Partial<PeopleSearch>) => void
  source: Source
  open: (person: Pick<Person, 'id'>) => void
  isFiltered: boolean
  mayOnboard: boolean
}

/** Facets, rows, and the chosen person beside them. */
function AtTheDesk({ search, change, source, open, isFiltered, mayOnboard }: Parts) {
  useDocumentTitle('人员')
  const people = source.items ?? []
  const index = people.findIndex((person) => person.id === search.id)
  const beside = people[index]
  return (
    <Page full>
      <PeopleBar search={search} change={change} mayOnboard={mayOnboard} />
      <OrganisationGaps gaps={source.first?.gaps ?? []} />
      <Panes>
        <Pane label="筛选" width={176}>
          <PeopleFacets search={search} change={change} numbers={source.first?.roles ?? []} />
        </Pane>
        <Pane label="人员列表">
          <PeopleList
            source={source}
            isFiltered={isFiltered}
            selected={beside?.id ?? null}
            onSelect={(id) => change({ id: id ?? undefined })}
            onOpen={open}
          />
        </Pane>
        {beside && (
          <SidePanel
            label={beside.name}
            position={`第 ${index + 1} 人`}
            onPrevious={index > 0 ? () => change({ id: people[index - 1]?.id }) : undefined}
            onNext={index < people.length - 1 ? () => change({ id: people[index + 1]?.id }) : undefined}
            onOpenPage={() => open(beside)}
            onClose={() => change({ id: undefined })}
          >
            <PersonCard key={beside.id} person={beside} />
          </SidePanel>
        )}
      </Panes>
    </Page>
  )
}

/** Find, touch, read. */
function OnPhone({ search, change, source, open, isFiltered, mayOnboard }: Parts) {
  const navigate = useNavigate()
  return (
    <Page>
      <PageHeader
        title="人员"
        onBack={() => void navigate({ to: '/settings' })}
        views={
          <>
            <PeopleStates search={search} change={change} />
            {mayOnboard && <NewPersonButton />}
          </>
        }
        extra={<PeopleFind search={search} change={change} />}
      />
      <OrganisationGaps gaps={source.first?.gaps ?? []} />
      <Panel flush>
        <PeopleList
          source={source}
          isFiltered={isFiltered}
          selected={null}
          onSelect={(id) => id && open({ id })}
          onOpen={open}
        />
      </Panel>
    </Page>
  )
}
