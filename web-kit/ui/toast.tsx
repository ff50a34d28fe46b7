import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertCircle, IconCheck } from '@tabler/icons-react'
import type { ApiProblem } from '../api/problem.ts'
import { translate } from '../i18n/i18n.ts'
import { problemWords } from './problem-words.ts'

let count = 0

interface WayOn {
  label: string
  run: () => void
}

function LineWithButton({ words, way, id }: { words: string; way: WayOn; id: string }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Text size="md" c="var(--dk-text)">
        {words}
      </Text>
      <Button
        size="compact-sm"
        variant="light"
        style={{ flex: 'none' }}
        onClick={() => {
          notifications.hide(id)
          way.run()
        }}
      >
        {way.label}
      </Button>
    </Group>
  )
}

/** Short words about what just happened. Read out politely; errors at once. */
export const toast = {
  /** `toast.done('Assigned to Ben', { undo: () => … })`: with `undo`, the toast offers it for `forMs` (6 s). */
  done(words: string, { undo, forMs = 6000 }: { undo?: () => void; forMs?: number } = {}) {
    count += 1
    const id = `toast-${count}`
    notifications.show({
      id,
      message: undo ? (
        <LineWithButton words={words} way={{ label: translate('kit:undo'), run: undo }} id={id} />
      ) : (
        <span>{words}</span>
      ),
      icon: <IconCheck size={16} />,
      color: 'transparent',
      autoClose: forMs,
      role: 'status',
      className: 'dk-toast-done',
      closeButtonProps: { 'aria-label': translate('kit:close') },
    })
    return id
  },
  /** What was refused and why; `wayOn` is a button that leads out of it. */
  problem(problem: ApiProblem | Error, wayOn?: WayOn) {
    const { title, detail } = problemWords(problem)
    count += 1
    const id = `toast-${count}`
    notifications.show({
      id,
      title,
      message: wayOn ? <LineWithButton words={detail} way={wayOn} id={id} /> : detail,
      icon: <IconAlertCircle size={18} />,
      color: 'transparent',
      autoClose: 12_000,
      role: 'alert',
      className: 'dk-toast-problem',
      closeButtonProps: { 'aria-label': translate('kit:close') },
    })
  },
  hide: (id: string) => notifications.hide(id),
}
