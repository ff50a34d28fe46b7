import { ActionIcon, Badge, Switch } from '@mantine/core'
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { number as figure } from '../../../../web-kit/i18n/formats.ts'
import type { Finding, Rule } from '../../contract/http.ts'
import { findingWords } from './finding-words.ts'
import { conditionWords, outcomeWords } from './rule-words.ts'
import classes from './rules.module.css'
import type { Choices } from './use-choices.ts'

interface Props {
  rule: Rule
  position: number
  count: number
  findings: readonly Finding[]
  choices: Choices
  /** Dropped before this one, or after it. */
  mark: 'before' | 'after' | undefined
  dragged: boolean
  onOpen: () => void
  onSwitch: (active: boolean) => void
  onMove: (by: -1 | 1) => void
  onDrag: (dragging: boolean) => void
  onOver: (half: 'before' | 'after' | undefined) => void
  onDrop: () => void
}

/** A rule in a sentence; dragged by its handle, or moved with the arrow keys there. */
export function RuleRow(props: Props) {
  const { rule, position, count, findings, choices, mark, dragged, onOpen, onMove } = props
  const { t } = useTranslation('routingAdmin')
  const byKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  const outcome = outcomeWords(t, choices, rule.outcome)
  return (
    <li
      className={classes.rule}
      data-off={!rule.active || undefined}
      data-mark={mark}
      data-dragged={dragged || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        const box = event.currentTarget.getBoundingClientRect()
        props.onOver(event.clientY < box.top + box.height / 2 ? 'before' : 'after')
      }}
      onDrop={(event) => {
        event.preventDefault()
        props.onDrop()
      }}
    >
      <ActionIcon
        size={28}
        className={classes.handle}
        aria-label={t('moveRule', { name: rule.name, position, count })}
        title={t('moveHelp')}
        draggable
        onKeyDown={byKey}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', rule.name)
          props.onDrag(true)
        }}
        onDragEnd={() => props.onDrag(false)}
      >
        <IconGripVertical size={16} stroke={1.8} />
      </ActionIcon>
      <span className={classes.position}>{position}</span>
      <div className={classes.said}>
        <p className={classes.ruleName}>
          <button type="button" className={classes.open} onClick={onOpen}>
            {rule.name}
          </button>
          {!rule.active && <Badge variant="default">{t('off')}</Badge>}
          {!rule.stop && rule.active && <Badge variant="default">{t('goesOn')}</Badge>}
        </p>
        <p className={classes.ruleWords}>
          {conditionWords(t, choices, rule.conditions)} <span aria-hidden>→</span>{' '}
          <strong>{outcome.join(', ') || t('outcome.nothing')}</strong>
        </p>
        {findings.map((finding) => (
          <p key={`${finding.kind} ${finding.about}`} className={classes.odd}>
            <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
            {findingWords(t, finding)}
          </p>
        ))}
      </div>
      <span className={classes.matched} title={t('matchedHelp')}>
        {t('matched', { count: rule.matched, figure: figure(rule.matched) })}
      </span>
      <span className={classes.tools}>
        <Switch
          size="xs"
          aria-label={t('switchRule', { name: rule.name })}
          checked={rule.active}
          onChange={(event) => props.onSwitch(event.currentTarget.checked)}
        />
        <ActionIcon
          size={28}
          disabled={position === 1}
          aria-label={t('up', { name: rule.name })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={15} stroke={1.8} />
        </ActionIcon>
        <ActionIcon
          size={28}
          disabled={position === count}
          aria-label={t('down', { name: rule.name })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={15} stroke={1.8} />
        </ActionIcon>
      </span>
    </li>
  )
}
