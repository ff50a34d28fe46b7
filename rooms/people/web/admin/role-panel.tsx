import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconRestore, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '../../../../web-kit/api/problem.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  changeRole,
  deleteRole,
  getRole,
  listPermissions,
  listRoles,
  type Permission,
  type Role,
  restoreRole,
} from '../../contract/http-roles.ts'
import classes from './people-admin.module.css'
import { RoleEffect } from './role-effect.tsx'
import { roleWords } from './role-words.ts'
import './strings.ts'

const refresh = [getRole, listRoles]

/** One role: its permissions by room, and whom a change of them would affect. */
export function RolePanel({ id, onName }: { id: number; onName: (name: string) => void }) {
  const { t } = useTranslation('peopleAdmin')
  const role = useApi(getRole, { params: { id } })
  const permissions = useApi(listPermissions, {})
  const name = role.data?.name
  useEffect(() => {
    if (name) onName(roleWords(t, { name }))
  }, [name, onName, t])
  const error = role.error ?? permissions.error
  if (error) return <ErrorState error={error} retry={() => void role.refetch()} />
  if (!role.data || !permissions.data) return <TextSkeleton lines={10} />
  return <RoleEditor key={role.data.version} role={role.data} permissions={permissions.data.items} />
}

function RoleEditor({ role, permissions }: { role: Role; permissions: readonly Permission[] }) {
  const { t } = useTranslation('peopleAdmin')
  const navigate = useNavigate()
  const [name, setName] = useState(role.name)
  const [held, setHeld] = useState(() => new Set(role.permissions))
  const [problem, setProblem] = useState<ApiProblem>()
  const same = held.size === role.permissions.length && role.permissions.every((one) => held.has(one))
  const dirty = !same || name !== role.name
  const onProblem = (found: ApiProblem) => {
    setProblem(found)
    return true
  }
  const save = useSend(changeRole, {
    refresh,
    onProblem,
    onDone: (saved) => toast.done(t('saved', { name: saved.name })),
  })
  const restore = useSend(restoreRole, { refresh, onProblem, onDone: () => toast.done(t('role.restored')) })
  const remove = useSend(deleteRole, {
    refresh,
    onDone: () => {
      toast.done(t('deleted', { name: role.name }))
      void navigate({ to: '/desk/admin/roles' as string })
    },
  })
  useUnsavedGuard(dirty && !save.isPending && !save.isSuccess)
  const rooms = [...new Set(permissions.map((one) => one.name.split('.')[0] ?? ''))]
  const toggle = (permission: string) => {
    const next = new Set(held)
    if (!next.delete(permission)) next.add(permission)
    setHeld(next)
  }
  async function askToDelete() {
    const yes = await confirm({
      title: t('deleteTitle', { name: role.name }),
      body: t('role.deleteBody'),
      confirmLabel: t('delete'),
      danger: true,
    })
    if (yes) remove.mutate({ params: { id: role.id } })
  }
  return (
    <div className={classes.role}>
      <div className={manage.form}>
        <TextInput
          label={t('role.name')}
          maw={360}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className={classes.permissions}>
          {rooms.map((room) => (
            <fieldset key={room} className={manage.set}>
              <legend className={manage.legend}>{t(`room.${room}`, { defaultValue: room })}</legend>
              <div className={manage.form} style={{ gap: 10 }}>
                {permissions
                  .filter((one) => one.name.startsWith(`${room}.`))
                  .map((one) => (
                    <Checkbox
                      key={one.name}
                      label={t(`permission.${one.name}`, { defaultValue: one.doc })}
                      description={one.name}
                      checked={held.has(one.name)}
                      onChange={() => toggle(one.name)}
                    />
                  ))}
              </div>
            </fieldset>
          ))}
        </div>
        <FormProblem problem={problem} />
        <div className={manage.badges}>
          <Button
            disabled={!dirty || !name.trim()}
            loading={save.isPending}
            onClick={() => {
              setProblem(undefined)
              save.mutate({
                params: { id: role.id },
                body: { name: name.trim(), ...(same ? {} : { permissions: [...held] }) },
                ifMatch: role.version,
              })
            }}
          >
            {t('kit:save')}
          </Button>
          {role.builtIn && role.customised && (
            <Button
              variant="default"
              leftSection={<IconRestore size={16} aria-hidden />}
              loading={restore.isPending}
              onClick={() => restore.mutate({ params: { id: role.id } })}
            >
              {t('role.restore')}
            </Button>
          )}
          {!role.builtIn && (
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              loading={remove.isPending}
              onClick={() => void askToDelete()}
            >
              {t('delete')}
            </Button>
          )}
        </div>
      </div>
      <RoleEffect role={role} permissions={[...held].sort()} unchanged={same} />
    </div>
  )
}
