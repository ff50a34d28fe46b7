import { MultiSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import { VersionList } from '../../../../web-kit/manage/version-list.tsx'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { listTeams } from '../../../people/contract/http.ts'
import {
  type EscalationPath,
  listEscalationPaths,
  listPathVersions,
  resetEscalationPath,
  restorePathVersion,
  saveEscalationPath,
} from '../../contract/http.ts'

/** The teams of each tier, the supplier behind them, and every version that was. */
export function PathForm({ path, onDone }: { path: EscalationPath; onDone: () => void }) {
  const { t } = useTranslation('escalationAdmin')
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items ?? []
  const params = { service: path.service ? String(path.service.id) : 'default' }
  const name = path.service?.name ?? t('default')
  const ids = (index: number) => path.tiers[index]?.teams.map((team) => String(team.id)) ?? []
  const form = useSaveForm({
    initial: {
      tier1: ids(0),
      tier2: ids(1),
      tier3: ids(2),
      supplier: path.supplier?.name ?? '',
      contact: path.supplier?.contact ?? '',
    },
    version: path.version,
    check: (v) => (v.contact.trim() && !v.supplier.trim() ? { supplier: t('kit:form.missing') } : {}),
    save: (v, matching) =>
      api(saveEscalationPath, {
        params,
        body: {
          tiers: [v.tier1, v.tier2, v.tier3].map((tier) => tier.map(Number)),
          supplier: v.supplier.trim() ? { name: v.supplier.trim(), contact: v.contact.trim() } : null,
        },
        ...matching,
      }),
    refresh: [listEscalationPaths, listPathVersions],
    done: () => t('saved', { name }),
    onDone,
  })
  const remove = useRemove(resetEscalationPath, {
    params,
    label: t(path.service ? 'reset' : 'resetDefault'),
    ask: { title: t('resetTitle', { name }), body: t(path.service ? 'resetBody' : 'resetDefaultBody') },
    refresh: [listEscalationPaths, listPathVersions],
    done: t('wasReset', { name }),
    onDone,
  })
  const chosen = [...form.values.tier1, ...form.values.tier2, ...form.values.tier3]
  return (
    <>
      <RecordForm form={form} onCancel={onDone} remove={path.own ? remove : undefined}>
        {([1, 2, 3] as const).map((tier) => {
          const field = `tier${tier}` as const
          const own = form.values[field]
          return (
            <MultiSelect
              key={tier}
              label={t('tier', { tier })}
              description={t(`tierHelp.${tier}`)}
              searchable
              data={teams
                .filter((team) => own.includes(String(team.id)) || !chosen.includes(String(team.id)))
                .map((team) => ({ value: String(team.id), label: team.name }))}
              {...form.field(field)}
            />
          )
        })}
        <TextInput label={t('supplier')} description={t('supplierHelp')} maxLength={200} {...form.field('supplier')} />
        <Textarea
          label={t('contact')}
          description={t('contactHelp')}
          maxLength={500}
          autosize
          {...form.field('contact')}
        />
      </RecordForm>
      {path.version > 0 && (
        <Folding title={t('versions')} open={false}>
          <Versions service={params.service} onDone={onDone} />
        </Folding>
      )}
    </>
  )
}

function Versions({ service, onDone }: { service: string; onDone: () => void }) {
  const { t } = useTranslation('escalationAdmin')
  const versions = useApi(listPathVersions, { params: { service } }).data?.items ?? []
  return (
    <VersionList
      versions={versions}
      restoring={{
        endpoint: restorePathVersion,
        params: { service },
        refresh: [listEscalationPaths, listPathVersions],
        onDone,
      }}
      head={(one) => ({
        key: one.version,
        label: t('version', { version: one.version }),
        by: one.savedBy,
        at: one.savedAt,
      })}
    >
      {(one) => (
        <p>
          {one.tiers
            ? [...one.tiers.map((names) => names.join(', ') || '–'), ...(one.supplier ? [one.supplier] : [])].join(
                ' → ',
              )
            : t('wasTakenOff')}
        </p>
      )}
    </VersionList>
  )
}
