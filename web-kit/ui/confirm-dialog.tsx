import { Button, Group, Modal, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Question {
  title: string
  /** What will happen, and what will not. */
  body?: ReactNode
  confirmLabel: string
  /** What it means to say no, where that is more than doing nothing. */
  cancelLabel?: string
  danger?: boolean
}

interface Props {
  question: Question
  opened: boolean
  onAnswer: (yes: boolean) => void
}

export function ConfirmDialog({ question, opened, onAnswer }: Props) {
  const { t } = useTranslation('kit')
  return (
    <Modal opened={opened} onClose={() => onAnswer(false)} title={question.title} size="sm">
      {question.body && (
        <Text c="dimmed" component="div">
          {question.body}
        </Text>
      )}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={() => onAnswer(false)}>
          {question.cancelLabel ?? t('cancel')}
        </Button>
        <Button color={question.danger ? 'red' : 'iris'} onClick={() => onAnswer(true)} data-autofocus>
          {question.confirmLabel}
        </Button>
      </Group>
    </Modal>
  )
}
