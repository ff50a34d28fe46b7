import { Select, Switch, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { listTeams } from '../../../people/contract/http.ts'
import {
  changeService,
  createService,
  getMatrix,
  getService,
  inLanguage,
  kinds,
  listServices,
  type Service,
} from '../../contract/http.ts'
import { IconPicker } from './icon-picker.tsx'

interface Props {
  /** Undefined for a new one. */
  service?: Service | undefined
  onDone: (service: Service) => void
  onCancel?: () => void
  /** How many tickets carry the service; shown when it is to be made inactive. */
  usage?: ReactNode
}

const blank = {
  name: '',
  nameDe: '',
  description: '',
  publicDescription: '',
  publicDescriptionDe: '',
  icon: 'help',
  ownerTeamId: null as string | null,
  defaultKind: 'incident' as string,
  defaultImpact: '3',
  defaultUrgency: '2',
  active: true,
  inPortal: true,
}
type Values = typeof blank

function valuesOf(service: Service): Values {
  const german = service.translations.de
  return {
    name: service.name,
    nameDe: german?.name ?? '',
    description: service.description,
    publicDescription: service.publicDescription,
    publicDescriptionDe: german?.publicDescription ?? '',
    icon: service.icon,
    ownerTeamId: service.ownerTeamId === null ? null : String(service.ownerTeamId),
    defaultKind: service.defaultKind,
    defaultImpact: String(service.defaultImpact),
    defaultUrgency: String(service.defaultUrgency),
    active: service.active,
    inPortal: service.inPortal,
  }
}

function bodyOf(values: Values, before: Service | undefined) {
  const german = {
    ...(values.nameDe.trim() ? { name: values.nameDe.trim() } : {}),
    ...(values.publicDescriptionDe.trim() ? { publicDescription: values.publicDescriptionDe.trim() } : {}),
  }
  const { de: _german, ...others } = before?.translations ?? {}
  return {
    name: values.name.trim(),
    description: values.description,
    publicDescription: values.publicDescription,
    icon: values.icon,
    ownerTeamId: values.ownerTeamId === null ? null : Number(values.ownerTeamId),
    defaultKind: values.defaultKind as Service['defaultKind'],
    defaultImpact: Number(values.defaultImpact),
    defaultUrgency: Number(values.defaultUrgency),
    active: values.active,
    inPortal: values.inPortal,
    translations: { ...others, ...(Object.keys(german).length > 0 ? { de: german } : {}) },
  }
}

/** Everything about a service but its request form. */
export function ServiceForm({ service, onDone, onCancel, usage }: Props) {
  const { t, i18n } = useTranslation('catalogAdmin')
  const teams = useApi(listTeams, {})
  const matrix = useApi(getMatrix, {})
  const form = useSaveForm({
    initial: service ? valuesOf(service) : blank,
    version: service?.version,
    check: (values) => ({ ...(values.name.trim() ? {} : { name: t('kit:form.missing') }) }),
    save: (values, matching) => {
      const body = bodyOf(values, service)
      return service
        ? api(changeService, { params: { id: service.id }, body, ...matching })
        : api(createService, { body })
    },
    refresh: [listServices, getService],
    done: (saved) => t(service ? 'saved' : 'service.added', { name: saved.name }),
    onDone,
  })
  const steps = (all: readonly { label: Record<string, string> }[] | undefined) =>
    (all ?? []).map(({ label }, index) => ({
      value: String(index + 1),
      label: `${index + 1} · ${inLanguage(label, i18n.language)}`,
    }))
  return (
    <RecordForm
      form={form}
      submitLabel={service ? undefined : t('service.add')}
      onCancel={onCancel ?? (form.dirty ? () => form.reset() : undefined)}
    >
      <div className={manage.pair}>
        <TextInput label={t('service.name')} required maxLength={80} {...form.field('name')} data-autofocus />
        <TextInput label={t('nameDe')} description={t('nameDeHelp')} maxLength={80} {...form.field('nameDe')} />
      </div>
      <Textarea
        label={t('service.publicDescription')}
        description={t('service.publicDescriptionHelp')}
        minRows={2}
        maxLength={500}
        {...form.field('publicDescription')}
      />
      <Textarea
        label={t('service.publicDescriptionDe')}
        minRows={2}
        maxLength={500}
        {...form.field('publicDescriptionDe')}
      />
      <Textarea
        label={t('service.description')}
        description={t('service.descriptionHelp')}
        minRows={2}
        maxLength={2000}
        {...form.field('description')}
      />
      <IconPicker value={form.values.icon} onChange={(icon) => form.set('icon', icon)} />
      <div className={manage.pair}>
        <Select
          label={t('service.team')}
          description={t('service.teamHelp')}
          placeholder={t('service.noTeam')}
          clearable
          clearButtonProps={{ 'aria-label': t('service.noTeam') }}
          data={(teams.data?.items ?? []).map((team) => ({ value: String(team.id), label: team.name }))}
          {...form.field('ownerTeamId')}
        />
        <Select
          label={t('service.kind')}
          description={t('service.kindHelp')}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          {...form.field('defaultKind')}
        />
        <Select
          label={t('service.impact')}
          allowDeselect={false}
          data={steps(matrix.data?.impacts)}
          {...form.field('defaultImpact')}
        />
        <Select
          label={t('service.urgency')}
          allowDeselect={false}
          data={steps(matrix.data?.urgencies)}
          {...form.field('defaultUrgency')}
        />
      </div>
      <Switch label={t('service.inPortal')} description={t('service.inPortalHelp')} {...form.toggle('inPortal')} />
      <Switch label={t('service.active')} description={t('service.activeHelp')} {...form.toggle('active')} />
      {service?.active && !form.values.active && usage}
    </RecordForm>
  )
}
