import { Badge, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import { whyNot } from '../../../../web-kit/ui/why-not.ts'
import {
  activatePerson,
  deactivatePerson,
  getPerson,
  listPersons,
  type Person,
  resetTotp,
} from '../../contract/http-persons.ts'

const refresh = [getPerson, listPersons]

/** How somebody gets in, and whether they do. */
export function PersonAccess({ person }: { person: Person }) {
  const { t } = useTranslation('peopleAdmin')
  const activate = useSend(activatePerson, {
    refresh,
    onDone: () => toast.done(t('person.activated', { name: person.name })),
  })
  const deactivate = useSend(deactivatePerson, {
    refresh,
    onDone: () =>
      toast.done(t('person.deactivated', { name: person.name }), {
        undo: () => activate.mutate({ params: { id: person.id } }),
      }),
  })
  const resetFactor = useSend(resetTotp, { refresh, onDone: () => toast.done(t('person.totpReset')) })
  const may = person.abilities.deactivate
  const { password, totp, invited } = person.signsInBy
  async function askToReset() {
    const yes = await confirm({
      title: t('person.totpTitle', { name: person.name }),
      body: t('person.totpBody'),
      confirmLabel: t('person.resetTotp'),
      danger: true,
    })
    if (yes) resetFactor.mutate({ params: { id: person.id } })
  }
  async function askToDeactivate() {
    const yes = await confirm({
      title: t('person.deactivateTitle', { name: person.name }),
      body: t('person.deactivateBody'),
      confirmLabel: t('person.deactivate'),
      danger: true,
    })
    if (yes) deactivate.mutate({ params: { id: person.id } })
  }
  return (
    <fieldset className={manage.set}>
      <legend className={manage.legend}>{t('person.access')}</legend>
      <p className={manage.badges}>
        {password && (
          <Badge variant="light" color="gray">
            {t('person.hasPassword')}
          </Badge>
        )}
        {totp && (
          <Badge variant="light" color="gray">
            {t('person.hasTotp')}
          </Badge>
        )}
        {invited && (
          <Badge variant="light" color="gray">
            {t('person.isInvited')}
          </Badge>
        )}
        {!password && !invited && <span className={manage.small}>{t('person.byLink')}</span>}
      </p>
      {person.teams.length > 0 && (
        <p className={manage.small}>
          {t('person.inTeams', { names: person.teams.map((team) => team.name).join(', ') })}
        </p>
      )}
      <div className={manage.badges}>
        {totp && (
          <Button variant="default" loading={resetFactor.isPending} onClick={() => void askToReset()}>
            {t('person.resetTotp')}
          </Button>
        )}
        {person.active ? (
          <Button
            variant="subtle"
            color="red"
            disabled={!may.allowed}
            title={whyNot(may)}
            loading={deactivate.isPending}
            onClick={() => void askToDeactivate()}
          >
            {t('person.deactivate')}
          </Button>
        ) : (
          <Button
            variant="default"
            loading={activate.isPending}
            onClick={() => activate.mutate({ params: { id: person.id } })}
          >
            {t('person.activate')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
