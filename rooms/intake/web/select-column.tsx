import { Checkbox } from '@mantine/core'
import type { TFunction } from 'i18next'
import type { Column } from '../../../web-kit/list/data-table.tsx'

interface Mail {
  id: number
  subject: string | null
}

interface Selecting<T extends Mail> {
  can: (mail: T) => boolean
  selected: ReadonlySet<number>
  select: (ids: ReadonlySet<number>) => void
}

/** A box to tick for each mail that something can be done with. */
export function selectColumn<T extends Mail>(
  t: TFunction<'intake'>,
  { can, selected, select }: Selecting<T>,
): Column<T> {
  return {
    key: 'select',
    title: t('bulk.choose'),
    hiddenTitle: true,
    width: 44,
    cell: (mail) =>
      can(mail) && (
        <Checkbox
          aria-label={t('bulk.select', { name: mail.subject || t('noSubject') })}
          checked={selected.has(mail.id)}
          onChange={() => {
            const next = new Set(selected)
            if (!next.delete(mail.id)) next.add(mail.id)
            select(next)
          }}
        />
      ),
  }
}
