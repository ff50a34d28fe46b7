import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconMapPinOff, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/problem.ts'
import { problemWords } from './problem-words.ts'
import classes from './states.module.css'

interface StateProps {
  icon?: ReactNode
  title: string
  /** What to do next. An empty state without it helps nobody. */
  children?: ReactNode
  action?: ReactNode
  /** It is all there is on the page, so its title is the page's heading. */
  page?: boolean
}

/** Nothing here, and what to do about it. */
export function EmptyState({ icon, title, children, action, page = false }: StateProps) {
  return (
    <Stack className={classes.state} gap={6} align="center">
      {icon && (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <Text fw={600} size="lg" component={page ? 'h1' : 'h2'}>
        {title}
      </Text>
      {children && (
        <Text c="dimmed" ta="center" maw={420} component="div">
          {children}
        </Text>
      )}
      {action && <div className={classes.action}>{action}</div>}
    </Stack>
  )
}

/** A page that is not for the viewer, as is known before the server has to refuse it. */
export function ForbiddenState() {
  const { t } = useTranslation('kit')
  return (
    <EmptyState icon={<IconLock />} title={t('problem.forbidden')} page>
      {t('problem.forbiddenDetail')}
    </EmptyState>
  )
}

interface ErrorStateProps {
  error: Error
  retry?: () => void
  page?: boolean
}

/** A reading that failed: what happened and a way on. Chooses words and picture by the problem. */
export function ErrorState({ error, retry, page = false }: ErrorStateProps) {
  const { t } = useTranslation('kit')
  const { title, detail } = problemWords(error)
  const status = isProblem(error) ? error.status : 500
  const icon =
    status === 0 ? (
      <IconPlugConnectedX />
    ) : status === 403 ? (
      <IconLock />
    ) : status === 404 ? (
      <IconMapPinOff />
    ) : (
      <IconAlertTriangle />
    )
  return (
    <div role="alert">
      <EmptyState
        icon={icon}
        title={title}
        page={page}
        action={
          retry && status !== 403 && status !== 404 ? (
            <Button variant="default" onClick={retry}>
              {t('tryAgain')}
            </Button>
          ) : undefined
        }
      >
        {detail}
      </EmptyState>
    </div>
  )
}

/** Grey lines where rows will be, of the height they will have. */
export function RowsSkeleton({ rows = 12, height = 'var(--dk-row)' }: { rows?: number; height?: string }) {
  const { t } = useTranslation('kit')
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={row} className={classes.row} style={{ height }}>
          <Skeleton circle height={16} width={16} />
          <Skeleton height={10} width={`${34 + ((row * 37) % 40)}%`} radius="xl" />
          <Skeleton height={10} width={60} radius="xl" ml="auto" />
        </div>
      ))}
    </div>
  )
}

export function TextSkeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation('kit')
  return (
    <Stack gap={10} role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={line} height={10} radius="xl" width={`${92 - ((line * 29) % 45)}%`} />
      ))}
    </Stack>
  )
}
