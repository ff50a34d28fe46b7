import { Button, MultiSelect, Select, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import { PreviewBox } from '../../../../web-kit/manage/preview-box.tsx'
import { VersionList } from '../../../../web-kit/manage/version-list.tsx'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { listTeams } from '../../../people/contract/http.ts'
import { priorities } from '../../../ticket/contract/shapes.ts'
import {
  type Channel,
  type ChannelRule,
  createChannel,
  listChannels,
  listChannelVersions,
  previewChannel,
  removeChannel,
  saveChannel,
  tryChannel,
} from '../../contract/http-channels.ts'
import { type ChatService, channelKinds, services } from '../../contract/shapes.ts'
import classes from './admin.module.css'

interface Props {
  channel: Channel | undefined
  onDone: () => void
}

const asRule = (v: { kinds: string[]; priorities: string[]; teams: string[]; subject: boolean }): ChannelRule => ({
  kinds: v.kinds as ChannelRule['kinds'],
  priorities: v.priorities as ChannelRule['priorities'],
  teams: v.teams.map(Number),
  subject: v.subject,
})

/** Where it is, what it is told, and what that would have been in the last days. */
export function ChannelForm({ channel, onDone }: Props) {
  const { t } = useTranslation('noticeAdmin')
  const teams = useApi(listTeams, {}, { staleMs: 60_000 }).data?.items ?? []
  const form = useSaveForm({
    initial: {
      name: channel?.name ?? '',
      active: channel?.active ?? true,
      kind: channel?.kind ?? ('slack' as ChatService),
      url: '',
      kinds: (channel?.rule.kinds ?? ['opened', 'sla_breached', 'escalation']) as string[],
      priorities: (channel?.rule.priorities ?? []) as string[],
      teams: (channel?.rule.teams ?? []).map(String),
      subject: channel?.rule.subject ?? true,
    },
    version: channel?.version,
    check: (v) => ({
      ...(v.name.trim() ? {} : { name: t('kit:form.missing') }),
      ...(channel || v.url.trim() ? {} : { url: t('kit:form.missing') }),
      ...(v.kinds.length > 0 ? {} : { kinds: t('kit:form.missing') }),
    }),
    save: (v, matching) => {
      const body = { name: v.name.trim(), active: v.active, kind: v.kind, rule: asRule(v) }
      const url = v.url.trim()
      return channel
        ? api(saveChannel, { params: { id: channel.id }, body: { ...body, ...(url ? { url } : {}) }, ...matching })
        : api(createChannel, { body: { ...body, url } })
    },
    refresh: [listChannels, listChannelVersions],
    done: (saved) => t('saved', { name: saved.name }),
    onDone,
  })
  const remove = useRemove(removeChannel, {
    params: { id: channel?.id ?? 0 },
    label: t('remove'),
    ask: { title: t('removeTitle', { name: channel?.name }), body: t('removeBody') },
    refresh: [listChannels],
    done: t('removed', { name: channel?.name }),
    onDone,
  })
  const { values, set } = form
  const [settled] = useDebouncedValue(values, 400)
  return (
    <>
      <RecordForm
        form={form}
        submitLabel={channel ? undefined : t('words.add')}
        onCancel={onDone}
        remove={channel && remove}
      >
        <TextInput label={t('name')} required maxLength={120} {...form.field('name')} data-autofocus />
        <Switch label={t('active')} {...form.toggle('active')} />
        <Select
          label={t('service')}
          description={t(`serviceHelp.${values.kind}`)}
          allowDeselect={false}
          data={services.map((one) => ({ value: one, label: t(`services.${one}`) }))}
          value={values.kind}
          onChange={(one) => set('kind', (one ?? 'slack') as ChatService)}
        />
        <TextInput
          label={t('url')}
          description={channel ? t('urlKept', { host: channel.host }) : t('urlHelp')}
          type="url"
          placeholder="https://"
          maxLength={2000}
          autoComplete="off"
          required={!channel}
          {...form.field('url')}
        />
        <Trial kind={values.kind} url={values.url.trim()} channelId={channel?.id} />
        <MultiSelect
          label={t('kinds')}
          data={channelKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          {...form.field('kinds')}
        />
        <MultiSelect
          label={t('priorities')}
          placeholder={values.priorities.length === 0 ? t('any') : ''}
          data={priorities.map((one) => ({ value: one, label: t(`kit:priority.${one}`) }))}
          {...form.field('priorities')}
        />
        <MultiSelect
          label={t('teams')}
          description={t('teamsHelp')}
          placeholder={values.teams.length === 0 ? t('any') : ''}
          searchable
          data={teams.map((one) => ({ value: String(one.id), label: one.name }))}
          {...form.field('teams')}
        />
        <Switch label={t('subject')} description={t('subjectHelp')} {...form.toggle('subject')} />
        {settled.kinds.length > 0 && <Preview rule={asRule(settled)} />}
      </RecordForm>
      {channel && (
        <Folding title={t('versions')} open={false}>
          <Versions id={channel.id} />
        </Folding>
      )}
    </>
  )
}

function Trial({ kind, url, channelId }: { kind: ChatService; url: string; channelId: number | undefined }) {
  const { t } = useTranslation('noticeAdmin')
  const send = useSend(tryChannel)
  if (!url && channelId === undefined) return null
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        loading={send.isPending}
        onClick={() =>
          send.mutate({ body: { kind, ...(url ? { url } : channelId === undefined ? {} : { channel: channelId }) } })
        }
      >
        {t('try')}
      </Button>
      <p className={classes.answer} data-bad={send.data && !send.data.ok ? true : undefined} role="status">
        {send.data && t(send.data.ok ? 'tried' : 'triedNot', { answer: send.data.answer })}
      </p>
    </div>
  )
}

function Preview({ rule }: { rule: ChannelRule }) {
  const { t } = useTranslation('noticeAdmin')
  const { data: found } = useQuery({
    queryKey: ['chat preview', rule],
    queryFn: () => api(previewChannel, { body: { rule } }),
    placeholderData: (before) => before,
  })
  if (!found) return null
  return (
    <PreviewBox
      title={t('preview', { count: found.count, days: found.days })}
      lines={found.examples.map((one, index) => ({ key: index, words: one.words }))}
    />
  )
}

function Versions({ id }: { id: number }) {
  const { t } = useTranslation('noticeAdmin')
  const versions = useApi(listChannelVersions, { params: { id } }).data?.items ?? []
  return (
    <VersionList
      versions={versions}
      head={(one) => ({
        key: one.version,
        label: t('version', { version: one.version }),
        by: one.savedBy,
        at: one.savedAt,
      })}
    >
      {(one) => (
        <p>
          {one.name}, {t(`services.${one.kind}`)}, {one.host}:{' '}
          {one.rule.kinds.map((kind) => t(`kind.${kind}`)).join(', ')}
          {!one.active && ` (${t('off')})`}
        </p>
      )}
    </VersionList>
  )
}
