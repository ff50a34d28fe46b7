import { ActionIcon, Badge } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconClockHour4 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { listPolicies, type Policy, putPolicyOrder } from '../../contract/http.ts'
import classes from './admin.module.css'
import { PolicyForm } from './policy-form.tsx'
import './strings.ts'
import { usePolicyWords } from './use-policy-words.ts'

/** What is promised to requesters; the first policy whose conditions hold takes a ticket. */
export function PoliciesPanel() {
  const { t } = useTranslation('slaAdmin')
  const words = usePolicyWords()
  const list = useApi(listPolicies, {}, { live: ['sla_policy:*'] })
  const rows = list.data?.items
  const order = useSend(putPolicyOrder, { refresh: [listPolicies] })
  const ids = rows?.map((row) => row.id) ?? []
  const move = (id: number, by: number) => {
    const next = ids.filter((one) => one !== id)
    next.splice(ids.indexOf(id) + by, 0, id)
    order.mutate({ body: { ids: next } })
  }
  // What stands behind a policy for all tickets gets none.
  const last = rows?.findIndex((row) => row.active && Object.keys(row.content.conditions).length === 0) ?? -1
  const isShadowed = (policy: Policy) => last >= 0 && ids.indexOf(policy.id) > last
  const columns: Column<Policy>[] = [
    {
      key: 'name',
      title: t('name'),
      opens: true,
      cell: (policy) => policy.name,
      beside: (policy) =>
        policy.active ? (
          isShadowed(policy) && (
            <Badge variant="default" title={t('shadowedHelp')}>
              {t('shadowed')}
            </Badge>
          )
        ) : (
          <Badge variant="default">{t('off')}</Badge>
        ),
    },
    { key: 'conditions', title: t('for'), wideOnly: true, cell: ({ content }) => words.conditions(content) },
    { key: 'openTickets', title: t('openTickets'), figures: true, width: 120, cell: (policy) => policy.openTickets },
    {
      key: 'order',
      title: t('order'),
      hiddenTitle: true,
      width: 80,
      cell: (policy) => (
        <span className={classes.order}>
          <Move policy={policy} by={-1} disabled={ids[0] === policy.id || order.isPending} onMove={move} />
          <Move policy={policy} by={1} disabled={ids.at(-1) === policy.id || order.isPending} onMove={move} />
        </span>
      ),
    },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`words.${key}`)}
      icon={<IconClockHour4 />}
      nameOf={(policy) => policy.name}
      editorSize={680}
      editor={(policy, { close }) => <PolicyForm key={policy?.id} policy={policy} onDone={close} />}
    />
  )
}

interface MoveProps {
  policy: Policy
  by: 1 | -1
  disabled: boolean
  onMove: (id: number, by: number) => void
}

function Move({ policy, by, disabled, onMove }: MoveProps) {
  const { t } = useTranslation('slaAdmin')
  const label = t(by < 0 ? 'up' : 'down', { name: policy.name })
  const Icon = by < 0 ? IconArrowUp : IconArrowDown
  return (
    <ActionIcon
      variant="subtle"
      size="sm"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation()
        onMove(policy.id, by)
      }}
    >
      <Icon size={15} />
    </ActionIcon>
  )
}
