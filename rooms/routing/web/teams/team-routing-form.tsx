import { NumberInput, Radio, Select, Stack, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { listCalendars } from '../../../calendar/contract/http.ts'
import { useMe } from '../../../people/web/index.ts'
import { changeTeamRouting, listTeamRouting, methods, type TeamRouting } from '../../contract/http.ts'
import { PersonSettings } from '../away/person-settings.tsx'
import './strings.ts'
import classes from './teams.module.css'

const handOvers = ['never', 'away', 'day'] as const

/** How one team gives out its tickets, and what holds for each of its people. */
export function TeamRoutingForm({ team, onDone }: { team: TeamRouting; onDone: () => void }) {
  const { t } = useTranslation('routingTeams')
  const { can } = useMe()
  const calendars = useApi(listCalendars, {}, { staleMs: 60_000 }).data?.items ?? []
  const form = useSaveForm({
    initial: {
      method: team.method,
      skills: team.skills,
      capacity: (team.capacity ?? '') as number | string,
      calendarId: team.calendarId === null ? null : String(team.calendarId),
      handOver: team.handOver,
      handOverBegun: team.handOverBegun,
      firstContact: team.firstContact,
    },
    version: team.version,
    save: ({ firstContact, capacity, calendarId, ...rest }, matching) =>
      api(changeTeamRouting, {
        params: { id: team.id },
        body: {
          ...rest,
          capacity: capacity === '' ? null : Number(capacity),
          calendarId: calendarId === null ? null : Number(calendarId),
          ...(firstContact === team.firstContact ? {} : { firstContact }),
        },
        ...matching,
      }),
    refresh: [listTeamRouting],
    done: () => t('saved', { team: team.name }),
    onDone,
  })
  const { values } = form
  return (
    <>
      <RecordForm form={form} onCancel={onDone}>
        <Radio.Group
          label={t('method')}
          value={values.method}
          onChange={(value) => form.set('method', value as TeamRouting['method'])}
        >
          <Stack gap={8} mt={6}>
            {methods.map((method) => (
              <Radio
                key={method}
                value={method}
                label={t(`methods.${method}`)}
                description={t(`methodHelp.${method}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Switch label={t('skills')} description={t('skillsHelp')} {...form.toggle('skills')} />
        <div className={manage.pair}>
          <NumberInput
            label={t('capacity')}
            description={t('capacityHelp')}
            placeholder={t('noLimit')}
            min={0}
            max={10_000}
            {...form.field('capacity')}
          />
          <Select
            label={t('calendar')}
            description={t('calendarHelp')}
            placeholder={t('defaultCalendar')}
            clearable
            clearButtonProps={{ 'aria-label': t('defaultCalendar') }}
            data={calendars.map(({ id, name }) => ({ value: String(id), label: name }))}
            {...form.field('calendarId')}
          />
        </div>
        <Select
          label={t('handOver')}
          description={t('handOverHelp')}
          allowDeselect={false}
          data={handOvers.map((value) => ({ value, label: t(`handOvers.${value}`) }))}
          {...form.field('handOver')}
        />
        {values.handOver !== 'never' && <Switch label={t('handOverBegun')} {...form.toggle('handOverBegun')} />}
        {can('routing.manage') && (
          <Switch label={t('firstContact')} description={t('firstContactHelp')} {...form.toggle('firstContact')} />
        )}
      </RecordForm>
      {team.members.length > 0 && (
        <section className={classes.each}>
          <h2 className={classes.title}>{t('each')}</h2>
          {team.members.map((member) => (
            <Folding
              key={member.id}
              open={false}
              title={member.skills.length > 0 ? `${member.name} · ${member.skills.join(', ')}` : member.name}
            >
              <PersonSettings key={`${member.capacity} ${member.calendarId}`} member={member} />
            </Folding>
          ))}
        </section>
      )}
    </>
  )
}
