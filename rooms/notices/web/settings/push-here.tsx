import { ActionIcon, Button } from '@mantine/core'
import { IconDeviceMobileCheck, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { deletePushSubscription, listPushSubscriptions, tryPush } from '../../../../platform/push/contract.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import classes from './settings.module.css'
import { usePush } from './use-push.ts'

/** Web push on this device, and the other devices that get it. */
export function PushHere() {
  const { t } = useTranslation('noticeSettings')
  const { state, endpoint, turnOn, turnOff } = usePush()
  const list = useApi(listPushSubscriptions, {}).data?.items ?? []
  const remove = useSend(deletePushSubscription, { refresh: [listPushSubscriptions] })
  const trial = useSend(tryPush, { onDone: ({ sent }) => toast.done(t('tried', { count: sent })) })
  const own = list.find((one) => one.endpoint === endpoint)
  const others = list.filter((one) => one !== own)
  return (
    <div className={classes.push}>
      <h3 className={classes.heading}>{t('browsers')}</h3>
      <p className={classes.help}>{t(state === 'unsupported' || state === 'denied' ? state : 'browsersHelp')}</p>
      <div className={classes.buttons}>
        {state === 'off' && (
          <Button
            variant="default"
            leftSection={<IconDeviceMobileCheck size={17} stroke={1.75} />}
            onClick={() => void turnOn().catch((error: Error) => toast.problem(error as never))}
          >
            {t('turnOn')}
          </Button>
        )}
        {state === 'on' && (
          <Button variant="default" onClick={() => void turnOff(own?.id)}>
            {t('turnOff')}
          </Button>
        )}
        {list.length > 0 && (
          <Button variant="subtle" loading={trial.isPending} onClick={() => trial.mutate({})}>
            {t('trial')}
          </Button>
        )}
      </div>
      {others.length > 0 && (
        <>
          <h4 className={classes.heading}>{t('others')}</h4>
          <ul className={classes.browsers}>
            {others.map((one) => (
              <li key={one.id}>
                <span>
                  {one.label} · {t('since')} <Time at={one.createdAt} />
                  {one.lastError && <span className={classes.broken}>{t('broken', { error: one.lastError })}</span>}
                </span>
                <ActionIcon
                  aria-label={t('remove', { label: one.label })}
                  onClick={() => remove.mutate({ params: { id: one.id } })}
                >
                  <IconTrash size={16} stroke={1.75} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
