import { Button, SegmentedControl, TextInput, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../web-kit/api/api.ts'
import type { ApiProblem } from '../../../web-kit/api/problem.ts'
import { PersonName } from '../../../web-kit/ui/person-avatar.tsx'
import { EmptyState, ErrorState, RowsSkeleton } from '../../../web-kit/ui/states.tsx'
import { type SearchAnswer, searchEndpoint, type TicketHit } from '../contract/http.ts'
import { remarkWords } from './remark-words.ts'
import { SearchHit } from './search-hit.tsx'
import classes from './search-panel.module.css'

export interface SearchState {
  q: string
  order?: 'best' | 'newest'
}

export interface SearchProps {
  state: SearchState
  onState: (next: SearchState) => void
  onOpen: (number: number) => void
  href: (number: number) => string
  onPrefetch?: (number: number) => void
}

const typingMs = 180
const examples = ['"paper jam"', 'requester:anna', 'is:open tag:vpn', 'printer -toner', 'after:30d']

/** Searches tickets and people while one types; the words stand in the address. */
export function SearchPanel({ state, onState, onOpen, href, onPrefetch }: SearchProps) {
  const { t } = useTranslation('desk')
  const [text, setText] = useState(state.q)
  const [settled] = useDebouncedValue(text, typingMs)
  const latest = useRef({ state, onState })
  latest.current = { state, onState }
  const asked = useRef(state.q)
  useEffect(() => {
    const { state: now, onState: tell } = latest.current
    if (settled === now.q || settled === asked.current) return
    asked.current = settled
    tell({ ...now, q: settled })
  }, [settled])
  // Another way into the page (the palette, the back button) brings other words.
  useEffect(() => {
    if (state.q === asked.current) return
    asked.current = state.q
    setText(state.q)
  }, [state.q])
  const order = state.order ?? 'best'
  const found = useSearch(state.q.trim(), order)
  const first = found.data?.pages[0]
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  useLookFurther(found)
  return (
    <section className={classes.panel} aria-label={t('search.title')}>
      <search className={classes.head}>
        <VisuallyHidden>
          <h1>{t('search.title')}</h1>
        </VisuallyHidden>
        <TextInput
          className={classes.input}
          aria-label={t('search.title')}
          placeholder={t('search.placeholder')}
          leftSection={<IconSearch size={16} aria-hidden />}
          type="search"
          value={text}
          autoFocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('search.order')}
          value={order}
          onChange={(value) => onState({ ...state, order: value as 'best' | 'newest' })}
          data={(['best', 'newest'] as const).map((one) => ({ value: one, label: t(`search.${one}`) }))}
        />
      </search>
      <div className={classes.results}>
        {state.q.trim() === '' ? (
          <Hints onTry={setText} />
        ) : found.isPending ? (
          <RowsSkeleton rows={8} />
        ) : found.error ? (
          <ErrorState error={found.error} retry={found.refetch} />
        ) : (
          <>
            <Remarks answer={first} asked={state.q} />
            <Persons persons={first?.persons ?? []} onPick={(email) => setText(`requester:${email}`)} />
            {items.length === 0 && !found.hasNextPage ? (
              <EmptyState icon={<IconSearch />} title={t('search.nothing')}>
                {t('search.nothingHelp')}
              </EmptyState>
            ) : items.length === 0 ? (
              <p role="status" className={classes.remark}>
                {t('search.further')}
              </p>
            ) : (
              <Hits items={items} onOpen={onOpen} href={href} onPrefetch={onPrefetch} />
            )}
            {found.hasNextPage && (
              <Button
                variant="default"
                className={classes.more}
                loading={found.isFetchingNextPage}
                onClick={() => void found.fetchNextPage()}
              >
                {t('search.more')}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  )
}

function useSearch(q: string, order: 'best' | 'newest') {
  return useInfiniteQuery<SearchAnswer, ApiProblem, { pages: SearchAnswer[] }, readonly unknown[], string | null>({
    queryKey: [searchEndpoint.path, q, order],
    enabled: q !== '',
    initialPageParam: null,
    placeholderData: (before) => before,
    queryFn: ({ pageParam, signal }) =>
      api(searchEndpoint, { query: { q, order, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** A page does a bounded amount of work and may find nothing where older tickets hold something. */
function useLookFurther({ data, hasNextPage, isFetching, error, fetchNextPage }: ReturnType<typeof useSearch>) {
  const empty = data?.pages.at(-1)?.items.length === 0
  useEffect(() => {
    if (empty && hasNextPage && !isFetching && !error) void fetchNextPage()
  }, [empty, hasNextPage, isFetching, error, fetchNextPage])
}

function Hints({ onTry }: { onTry: (text: string) => void }) {
  const { t } = useTranslation('desk')
  return (
    <EmptyState icon={<IconSearch />} title={t('search.start')}>
      <p>{t('search.startHelp')}</p>
      <p className={classes.examples}>
        {examples.map((example) => (
          <Button key={example} size="compact-sm" variant="default" onClick={() => onTry(example)}>
            {example}
          </Button>
        ))}
      </p>
    </EmptyState>
  )
}

function Remarks({ answer, asked }: { answer: SearchAnswer | undefined; asked: string }) {
  const { t } = useTranslation('desk')
  return (
    <div role="status">
      {answer?.corrected && <p className={classes.remark}>{t('search.corrected', { q: answer.corrected, asked })}</p>}
      {answer?.problems.map((problem) => (
        <p key={problem.term} className={classes.remark}>
          {t('search.ignored', { term: problem.term })} {remarkWords(problem)}
        </p>
      ))}
    </div>
  )
}

function Persons({ persons, onPick }: { persons: SearchAnswer['persons']; onPick: (email: string) => void }) {
  const { t } = useTranslation('desk')
  if (persons.length === 0) return null
  return (
    <ul className={classes.persons} aria-label={t('search.people')}>
      {persons.map(({ id, name, email, organisation }) => (
        <li key={id}>
          <Button
            size="compact-md"
            variant="default"
            title={email ?? undefined}
            disabled={email === null}
            onClick={() => email !== null && onPick(email)}
          >
            <PersonName name={name} />
            {organisation && <span className={classes.dim}>&nbsp;· {organisation.name}</span>}
          </Button>
        </li>
      ))}
    </ul>
  )
}

type HitsProps = Pick<SearchProps, 'onOpen' | 'href'> & {
  items: readonly TicketHit[]
  onPrefetch: SearchProps['onPrefetch']
}

function Hits({ items, onOpen, href, onPrefetch }: HitsProps) {
  const { t } = useTranslation('desk')
  return (
    <ol className={classes.hits} aria-label={t('search.tickets')}>
      {items.map((hit) => (
        <li key={hit.number}>
          <SearchHit
            hit={hit}
            href={href(hit.number)}
            onOpen={() => onOpen(hit.number)}
            onPrefetch={() => onPrefetch?.(hit.number)}
          />
        </li>
      ))}
    </ol>
  )
}
