import { Button } from '@mantine/core'
import { IconBeach, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { dateAndTime } from '../../../../web-kit/i18n/formats.ts'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { PersonAvatar } from '../../../../web-kit/ui/person-avatar.tsx'
import { EmptyState, ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { listTeams } from '../../../people/contract/http.ts'
import { type Absence, listAbsences } from '../../contract/http.ts'
import { AbsenceForm, type Colleague } from './absence-form.tsx'
import classes from './away.module.css'
import './strings.ts'

interface Props {
  query: { person?: string; team?: number }
  people: readonly Colleague[]
  /** One's own: nobody needs to be told who. */
  own?: boolean
}

/** Who is away now and later; each opens to be changed. */
export function AbsenceList({ query, people, own = false }: Props) {
  const { t } = useTranslation('routingAway')
  const list = useApi(listAbsences, { query }, { live: ['absence:*'] })
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items ?? []
  const [editing, setEditing] = useState<Absence | 'new'>()
  const members = teams.flatMap((team) => team.members.filter((member) => member.active))
  const colleagues = [...new Map(members.map(({ id, name }) => [id, { id, name }])).values()].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  )
  if (list.error) return <ErrorState error={list.error} retry={list.refetch} />
  if (!list.data) return <TextSkeleton />
  const { items } = list.data
  const close = () => setEditing(undefined)
  return (
    <div className={classes.away}>
      {items.length === 0 && !own && (
        <EmptyState icon={<IconBeach />} title={t('nobody')}>
          {t('nobodyHelp')}
        </EmptyState>
      )}
      {items.length === 0 && own && <p className={classes.none}>{t('notAway')}</p>}
      <ul className={classes.list}>
        {items.map((absence) => (
          <li key={absence.id}>
            <button type="button" className={classes.absence} onClick={() => setEditing(absence)}>
              {!own && <PersonAvatar name={absence.person.name} size={26} />}
              <span className={classes.words}>
                {!own && <strong>{absence.person.name}</strong>}
                <span className={classes.when} data-now={new Date(absence.from) <= new Date() || undefined}>
                  {t(absence.until ? 'span' : 'since', {
                    from: dateAndTime(new Date(absence.from)),
                    until: absence.until ? dateAndTime(new Date(absence.until)) : '',
                  })}
                </span>
                {(absence.note || absence.substitute) && (
                  <span className={classes.more}>
                    {[absence.note, absence.substitute ? t('standIn', { name: absence.substitute.name }) : '']
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        className={classes.add}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setEditing('new')}
      >
        {t(own ? 'addOwn' : 'addOther')}
      </Button>
      <EditorDrawer
        opened={editing !== undefined}
        title={editing === 'new' || own ? t(own ? 'addOwn' : 'addOther') : (editing?.person.name ?? '')}
        onClose={close}
      >
        {editing !== undefined && (
          <AbsenceForm
            key={editing === 'new' ? 'new' : editing.id}
            absence={editing === 'new' ? undefined : editing}
            people={people}
            colleagues={colleagues}
            onDone={close}
          />
        )}
      </EditorDrawer>
    </div>
  )
}
