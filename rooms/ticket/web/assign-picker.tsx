import { IconUsersGroup } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { NobodyAvatar, PersonAvatar } from '../../../web-kit/ui/person-avatar.tsx'
import { type Choice, Picker } from '../../../web-kit/ui/picker.tsx'
import { PillButton } from '../../../web-kit/ui/pill-button.tsx'
import { whyNot } from '../../../web-kit/ui/why-not.ts'
import { getMe, listTeams } from '../../people/contract/http.ts'
import type { Ticket } from './use-ticket.ts'
import type { Assignment } from './use-ticket-actions.ts'

interface Props {
  ticket: Pick<Ticket, 'team' | 'assignee' | 'abilities'>
  opened: boolean
  onOpen: (opened: boolean) => void
  onPick: (assignment: Assignment) => void
}

/** Who has the ticket; pressing it (or `a`) gives it to oneself, a colleague, a team or nobody. */
export function AssignPicker({ ticket, opened, onOpen, onPick }: Props) {
  const { t } = useTranslation('ticket')
  const { choices, pick } = useAssignChoices(ticket.team?.id, opened)
  const reason = whyNot(ticket.abilities.assign)
  const { team, assignee } = ticket
  return (
    <Picker
      label={t('pick.assign')}
      opened={opened}
      onOpen={onOpen}
      choices={choices}
      chosen={[assignee ? `person ${assignee.id}` : 'nobody', ...(team ? [`team ${team.id}`] : [])]}
      onPick={(value) => onPick(pick(value))}
      width={300}
    >
      <PillButton
        icon={assignee ? <PersonAvatar name={assignee.name} size={18} /> : <NobodyAvatar size={16} />}
        reason={reason}
        aria-haspopup="listbox"
        aria-expanded={opened}
        onClick={() => onOpen(!opened)}
      >
        {[assignee?.name ?? t('nobody'), team?.name].filter(Boolean).join(' · ')}
      </PillButton>
    </Picker>
  )
}

/** Everyone and every team a ticket can be given to, colleagues of its team first. */
export function useAssignChoices(teamId: number | undefined, enabled: boolean) {
  const { t } = useTranslation('ticket')
  const teams = useApi(listTeams, {}, { enabled, staleMs: 60_000 }).data?.items ?? []
  const me = useApi(getMe, {}, { enabled, staleMs: 300_000 }).data
  const people = new Map(
    teams.flatMap((team) => team.members.filter((m) => m.active).map((m) => [m.id, { ...m, team }])),
  )
  const own = new Set(teams.find((team) => team.id === teamId)?.members.map((m) => m.id))
  const sorted = [...people.values()].sort(
    (a, b) => Number(own.has(b.id)) - Number(own.has(a.id)) || a.name.localeCompare(b.name),
  )
  const choices: Choice[] = [
    ...(me
      ? [{ value: `person ${me.id}`, label: t('me'), hint: me.name, icon: <PersonAvatar name={me.name} size={20} /> }]
      : []),
    { value: 'nobody', label: t('nobody'), icon: <NobodyAvatar size={18} /> },
    ...sorted
      .filter((p) => p.id !== me?.id)
      .map((p) => ({
        value: `person ${p.id}`,
        label: p.name,
        hint: p.team.name,
        icon: <PersonAvatar name={p.name} size={20} />,
        group: own.has(p.id) ? t('sameTeam') : t('people'),
      })),
    ...teams.map((team) => ({
      value: `team ${team.id}`,
      label: team.name,
      hint: t('tier', { tier: team.tier }),
      icon: <IconUsersGroup size={18} stroke={1.6} />,
      group: t('teams'),
    })),
  ]
  const pick = (value: string): Assignment => {
    const id = Number(value.split(' ')[1])
    if (value.startsWith('team')) {
      const team = teams.find((one) => one.id === id)
      return team ? { team: { id: team.id, name: team.name } } : {}
    }
    if (value === 'nobody') return { assignee: null }
    const person = people.get(id) ?? (me?.id === id ? me : undefined)
    return person ? { assignee: { id, name: person.name, email: person.email, vip: false } } : {}
  }
  return { choices, pick }
}
