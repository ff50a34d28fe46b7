import { ActionIcon, Badge } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconForms } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { change, useSend } from '../../../../web-kit/api/use-send.ts'
import type { Column } from '../../../../web-kit/list/data-table.tsx'
import manage from '../../../../web-kit/manage/manage.module.css'
import { ManagePanel } from '../../../../web-kit/manage/manage-panel.tsx'
import { useFound } from '../../../../web-kit/manage/use-found.ts'
import { listServices, nameIn, putServiceOrder, type Service } from '../../contract/http.ts'
import { DrawnServiceIcon } from '../service-icons.tsx'
import classes from './catalog-admin.module.css'
import { ServiceForm } from './service-form.tsx'
import './strings.ts'

const pageOf = (id: number) => `/desk/admin/services/${id}` as string

/** All services in the order in which people are offered them. */
export function ServicesPanel() {
  const { t, i18n } = useTranslation('catalogAdmin')
  const navigate = useNavigate()
  const list = useApi(listServices, { query: {} }, { live: ['service:*'] })
  const all = list.data?.items
  const { rows, search } = useFound(all, (service) => `${service.name} ${nameIn(service, i18n.language)}`)
  const order = useSend(putServiceOrder, {
    optimistic: ({ body }) => [
      change(listServices, { query: {} }, (page) => ({
        ...page,
        items: [...page.items].sort((a, b) => body.ids.indexOf(a.id) - body.ids.indexOf(b.id)),
      })),
    ],
    refresh: [listServices],
  })

  function move(service: Service, by: -1 | 1) {
    const ids = (all ?? []).map((one) => one.id)
    const from = ids.indexOf(service.id)
    ids.splice(from, 1)
    ids.splice(from + by, 0, service.id)
    order.mutate({ body: { ids } })
  }

  const columns: Column<Service>[] = [
    {
      key: 'name',
      title: t('service.name'),
      cell: (service) => (
        <span className={classes.name}>
          <DrawnServiceIcon name={service.icon} size={18} />
          <Link to={pageOf(service.id)} className={manage.link}>
            {nameIn(service, i18n.language)}
          </Link>
        </span>
      ),
    },
    {
      key: 'team',
      title: t('service.team'),
      wideOnly: true,
      cell: (service) => service.ownerTeam?.name ?? <span className={manage.dim}>{t('service.noTeam')}</span>,
    },
    { key: 'kind', title: t('service.kind'), wideOnly: true, cell: (service) => t(`kind.${service.defaultKind}`) },
    {
      key: 'state',
      title: t('state'),
      cell: (service) => (
        <span className={manage.badges}>
          {service.active || (
            <Badge variant="light" color="gray">
              {t('inactive')}
            </Badge>
          )}
          {service.active && !service.inPortal && (
            <Badge variant="light" color="gray">
              {t('service.notInPortal')}
            </Badge>
          )}
          {service.hasForm && <Badge variant="light">{t('service.hasForm')}</Badge>}
        </span>
      ),
    },
    {
      key: 'move',
      title: t('order'),
      width: 84,
      cell: (service) => {
        const place = (all ?? []).indexOf(service)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the row from opening
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <span className={classes.moves} onClick={(event) => event.stopPropagation()}>
            <ActionIcon
              aria-label={t('moveUp', { name: service.name })}
              disabled={place <= 0}
              onClick={() => move(service, -1)}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('moveDown', { name: service.name })}
              disabled={place < 0 || place === (all?.length ?? 0) - 1}
              onClick={() => move(service, 1)}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
          </span>
        )
      },
    },
  ]
  return (
    <ManagePanel
      reading={list}
      rows={rows}
      columns={columns}
      words={(key) => t(`service.${key}`)}
      icon={<IconForms />}
      nameOf={(service) => service.name}
      onOpen={(service) => void navigate({ to: pageOf(service.id) })}
      search={search}
      newOnly
      editor={(_, { close }) => (
        <ServiceForm onDone={(service) => void navigate({ to: pageOf(service.id) })} onCancel={close} />
      )}
    />
  )
}
