import { Button, Checkbox } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './mail-admin.module.css'
import './strings.ts'

interface Props {
  /** Those on the page that something can be done with. */
  ids: readonly number[]
  selected: ReadonlySet<number>
  select: (ids: ReadonlySet<number>) => void
  /** All that match, also those not shown, can be named: whether they are, and how to. */
  every?: { are: boolean; set: (every: boolean) => void } | undefined
  again: { label: string; icon: ReactNode; run: () => void; disabled?: boolean }
  onDiscard: () => void
  busy: boolean
}

/** What can be done with several mails at once, in or out: those on the page, or all that match. */
export function MailBulkBar({ ids, selected, select, every, again, onDiscard, busy }: Props) {
  const { t } = useTranslation('intake')
  if (ids.length === 0) return null
  const all = ids.every((id) => selected.has(id))
  const some = selected.size > 0
  return (
    <div className={classes.bulk}>
      <Checkbox
        checked={all}
        indeterminate={some && !all}
        onChange={() => select(all ? new Set() : new Set(ids))}
        label={
          every?.are
            ? t('bulk.everySelected')
            : some
              ? t('bulk.selected', { count: selected.size })
              : t('bulk.selectPage')
        }
      />
      {all && every && !every.are && (
        <Button size="compact-sm" variant="subtle" onClick={() => every.set(true)}>
          {t('bulk.selectEvery')}
        </Button>
      )}
      {some && (
        <span className={classes.bulkActions}>
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            disabled={again.disabled ?? false}
            leftSection={again.icon}
            onClick={again.run}
          >
            {again.label}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={onDiscard}
          >
            {t('discard')}
          </Button>
        </span>
      )}
    </div>
  )
}
