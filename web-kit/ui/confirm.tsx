import { Button, Group, Modal, Text } from '@mantine/core'
import { type ReactNode, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'

interface Question {
  title: string
  /** What will happen, and what will not. */
  body?: ReactNode
  confirmLabel: string
  danger?: boolean
}

let asked: (Question & { answer: (yes: boolean) => void }) | undefined
let open = false
const listeners = new Set<() => void>()
let version = 0
const publish = () => {
  version += 1
  for (const tell of listeners) tell()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks before what cannot be undone: `if (await confirm({ title, body, confirmLabel: 'Delete', danger: true })) …` */
export const confirm = (question: Question) =>
  new Promise<boolean>((answer) => {
    asked = { ...question, answer }
    open = true
    publish()
  })

function close(yes: boolean) {
  open = false
  asked?.answer(yes)
  publish()
}

/** The place of the question; mounted once by `mountApp`. */
export function ConfirmHost() {
  const { t } = useTranslation('kit')
  useSyncExternalStore(subscribe, () => version)
  return (
    <Modal opened={open} onClose={() => close(false)} title={asked?.title} size="sm">
      {asked?.body && (
        <Text c="dimmed" component="div">
          {asked.body}
        </Text>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={() => close(false)}>
          {t('cancel')}
        </Button>
        <Button color={asked?.danger ? 'red' : 'iris'} onClick={() => close(true)} data-autofocus>
          {asked?.confirmLabel}
        </Button>
      </Group>
    </Modal>
  )
}
