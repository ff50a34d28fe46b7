import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AnyEndpoint } from '../api/contract.ts'
import { useSend } from '../api/use-send.ts'
import { toast } from '../ui/toast.tsx'

export interface Restoring {
  /** `POST …/versions` */
  endpoint: AnyEndpoint
  params: Record<string, unknown>
  refresh: readonly AnyEndpoint[]
  /** What is open shows what was before; close it. */
  onDone: () => void
}

interface Props extends Restoring {
  version: number
  /** Which holds now, to go back to. */
  current: number
}

/** One press and what a version said holds again; the toast takes it back. */
export function RestoreVersion({ endpoint, params, refresh, onDone, version, current }: Props) {
  const { t } = useTranslation('kit')
  const takeBack = useSend(endpoint, { refresh, onDone: () => toast.done(t('versions.takenBack')) })
  const restore = useSend(endpoint, {
    refresh,
    onDone: () => {
      toast.done(t('versions.restored', { version }), {
        undo: () => takeBack.mutate({ params, body: { version: current } } as never),
      })
      onDone()
    },
  })
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={t('versions.restoreThis', { version })}
      loading={restore.isPending}
      onClick={() => restore.mutate({ params, body: { version } } as never)}
    >
      {t('versions.restore')}
    </Button>
  )
}
