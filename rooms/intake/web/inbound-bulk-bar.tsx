import { Button, Checkbox } from '@mantine/core'
import { IconCornerDownRight, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InboundMail, Selection } from '../contract/http.ts'
import classes from './mail-admin.module.css'
import type { useSettleInbound } from './use-settle-inbound.ts'

interface Props {
  /** Those on the page that can be settled. */
  rows: readonly InboundMail[]
  selected: ReadonlySet<number>
  select: (ids: ReadonlySet<number>) => void
  /** All that match, also those not shown; null where they cannot be named. */
  matching: Selection['matching'] | null
  every: boolean
  setEvery: (every: boolean) => void
  settle: ReturnType<typeof useSettleInbound>
}

/** What can be done with several messages at once: those on the page, or all that match. */
export function InboundBulkBar({ rows, selected, select, matching, every, setEvery, settle }: Props) {
  const { t } = useTranslation('intake')
  if (rows.length === 0) return null
  const all = rows.every((row) => selected.has(row.id))
  const some = selected.size > 0
  const selection: Selection = every && matching ? { matching } : { ids: [...selected] }
  return (
    <div className={classes.bulk}>
      <Checkbox
        checked={all}
        indeterminate={some && !all}
        onChange={() => {
          setEvery(false)
          select(all ? new Set() : new Set(rows.map((row) => row.id)))
        }}
        label={
          every
            ? t('inbound.everySelected')
            : some
              ? t('inbound.selected', { count: selected.size })
              : t('inbound.selectPage')
        }
      />
      {all && !every && matching && (
        <Button size="compact-sm" variant="subtle" onClick={() => setEvery(true)}>
          {t('inbound.selectEvery')}
        </Button>
      )}
      {some && (
        <span className={classes.bulkActions}>
          <Button
            size="compact-sm"
            variant="default"
            loading={settle.busy}
            leftSection={<IconCornerDownRight size={15} aria-hidden />}
            onClick={() => void settle.file(selection)}
          >
            {t(matching?.state === 'held' ? 'inbound.release' : 'inbound.fileThem')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={settle.busy}
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={() => void settle.discard(selection, every ? null : selected.size)}
          >
            {t('discard')}
          </Button>
        </span>
      )}
    </div>
  )
}
