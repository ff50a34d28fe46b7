import { SegmentedControl } from '@mantine/core'
import { IconLock, IconMailX, IconMessageReply } from '@tabler/icons-react'
import { useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { whyNotDelivered } from '../../../web-kit/mail/why-not-delivered.ts'
import { whyNot } from '../../../web-kit/ui/why-not.ts'
import type { MessageKind } from '../contract/http.ts'
import classes from './composer-panel.module.css'
import type { ComposerHandle, ComposerProps } from './composer-props.ts'
import { ComposerSheet } from './composer-sheet.tsx'

/** Where replies and notes are written; always there, and nothing written in it gets lost. */
export function ComposerPanel(props: ComposerProps) {
  const { t } = useTranslation('conversation')
  const { abilities, number } = props
  const [kind, setKind] = useState<MessageKind>(abilities.reply.allowed ? 'reply' : 'note')
  const [focus, setFocus] = useState<{ kind: MessageKind; stamp: number }>()
  const inner = useRef<Pick<ComposerHandle, 'takeBack' | 'goOn'>>(null)
  const write = (next: MessageKind) => {
    setKind(next)
    setFocus({ kind: next, stamp: Date.now() })
  }
  const goOn = (words: Parameters<ComposerHandle['goOn']>[0]) => {
    write('reply')
    // The sheet of replies may only now take the place of that of notes.
    requestAnimationFrame(() => inner.current?.goOn(words))
  }
  useImperativeHandle(props.handle, () => ({ write, goOn, takeBack: (id) => inner.current?.takeBack(id) }))
  const reasonOf = (error: string) => {
    const { reason, said } = whyNotDelivered(error)
    return reason === 'refused' ? said : `${t(`failure.why.${reason}`)}${said && ` (${said})`}`
  }
  const option = (value: MessageKind, Icon: typeof IconLock) => ({
    value,
    disabled: !abilities[value].allowed,
    label: (
      <span className={classes.tab} title={whyNot(abilities[value])}>
        <Icon size={14} stroke={1.9} aria-hidden /> {t(value === 'note' ? 'writeNote' : 'writeReply')}
      </span>
    ),
  })
  return (
    <section className={classes.composer} data-kind={kind} aria-label={t('composer')}>
      {kind === 'reply' &&
        props.undeliverable?.map((person) => (
          <p key={person.id} className={classes.undeliverable} role="status">
            <IconMailX size={15} aria-hidden />
            <span>{t('undeliverable', { ...person, reason: reasonOf(person.reason) })}</span>
          </p>
        ))}
      <ComposerSheet
        key={`${number} ${kind}`}
        {...props}
        kind={kind}
        focus={focus?.kind === kind ? focus.stamp : undefined}
        onRestore={setKind}
        handle={inner}
        tabs={
          <SegmentedControl
            size="xs"
            value={kind}
            aria-label={t('composer')}
            onChange={(value) => write(value as MessageKind)}
            data={[option('reply', IconMessageReply), option('note', IconLock)]}
          />
        }
      />
    </section>
  )
}
