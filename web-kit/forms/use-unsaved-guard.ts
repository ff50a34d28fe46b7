import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { confirm } from '../ui/confirm.tsx'

/** While `dirty`, leaving the page (by link, back or closing) asks first. */
export function useUnsavedGuard(dirty: boolean) {
  const { t } = useTranslation('kit')
  useBlocker({
    shouldBlockFn: async () =>
      dirty &&
      !(await confirm({ title: t('form.unsavedTitle'), body: t('form.unsavedBody'), confirmLabel: t('form.leave') })),
    enableBeforeUnload: () => dirty,
    disabled: !dirty,
  })
}
