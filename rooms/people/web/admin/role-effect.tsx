import { Alert } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle, IconMinus, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { previewRole, type Role, type RolePreview } from '../../contract/http-roles.ts'
import classes from './people-admin.module.css'

interface Props {
  role: Role
  permissions: readonly string[]
  unchanged: boolean
}

/** Who holds a role, and what saving the ticked permissions would do to them. */
export function RoleEffect({ role, permissions, unchanged }: Props) {
  const { t } = useTranslation('peopleAdmin')
  const [asked] = useDebouncedValue(permissions.join(','), 300)
  const { data } = useQuery<RolePreview>({
    queryKey: [previewRole.path, role.id, role.version, asked],
    queryFn: ({ signal }) =>
      api(previewRole, {
        params: { id: role.id },
        body: { permissions: asked.split(',').filter(Boolean) },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
  const words = (name: string) => t(`permission.${name}`, { defaultValue: name })
  return (
    <aside className={classes.effect} aria-live="polite" aria-label={t('role.effect')}>
      <h2 className={classes.title}>{t('role.effect')}</h2>
      <p className={manage.small} style={{ marginTop: 0 }}>
        {t('role.holders', { count: data?.persons ?? role.persons })}{' '}
        {(data?.apiKeys ?? role.apiKeys) > 0 && t('role.keyHolders', { count: data?.apiKeys ?? role.apiKeys })}
      </p>
      {!unchanged && data && (
        <>
          <ul className={classes.changes}>
            {data.added.map((name) => (
              <li key={name}>
                <IconPlus size={14} aria-label={t('role.gains')} color="var(--dk-ok)" /> {words(name)}
              </li>
            ))}
            {data.removed.map((name) => (
              <li key={name}>
                <IconMinus size={14} aria-label={t('role.loses')} color="var(--dk-danger)" /> {words(name)}
              </li>
            ))}
          </ul>
          {data.refusal && (
            <Alert color="red" icon={<IconAlertTriangle size={17} />}>
              {data.refusal}
            </Alert>
          )}
        </>
      )}
      {data && data.examples.length > 0 && (
        <p className={manage.small}>{t('role.examples', { names: data.examples.map((one) => one.name).join(', ') })}</p>
      )}
    </aside>
  )
}
