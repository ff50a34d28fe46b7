import type { TFunction } from 'i18next'
import { confirm } from '../../../web-kit/ui/confirm.tsx'

interface Edit {
  /** What stood there when the editing began, what stands there now, and what was typed. */
  began: string
  now: string
  mine: string
}

/**
 * Whether to save what was typed into a field. What somebody else wrote there in the meantime is neither lost nor hidden: both
 * versions are shown, and whoever comes second chooses.
 */
export async function keepMine(t: TFunction<'ticket'>, { began, now, mine }: Edit): Promise<boolean> {
  if (mine === began || mine === now) return false
  if (now === began) return true
  return confirm({
    title: t('meanwhile.title'),
    body: t('meanwhile.body', { theirs: now, mine }),
    confirmLabel: t('meanwhile.mine'),
    cancelLabel: t('meanwhile.theirs'),
  })
}
