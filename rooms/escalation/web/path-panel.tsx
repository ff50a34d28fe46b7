import { Button } from '@mantine/core'
import { IconBuildingStore, IconStairsUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../../web-kit/shortcuts/keys.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { whyNot } from '../../../web-kit/ui/why-not.ts'
import type { Escalation, TicketEscalations } from '../contract/http.ts'
import classes from './escalation.module.css'
import { HandOffWords } from './hand-off-words.tsx'
import { TellLeads } from './tell-leads-form.tsx'

interface Props {
  number: number
  found: TicketEscalations
  /** The team that has it, which may not be on the path. */
  team: string | undefined
  onEscalate: () => void
}

/** The tiers of a ticket's path, where it stands, and how it came there. */
export function PathPanel({ number, found, team, onEscalate }: Props) {
  const { t } = useTranslation('escalation')
  const { escalate } = found.abilities
  const steps = [
    ...found.path
      .filter((one) => one.teams.length > 0 || one.tier === found.stands)
      .map(({ tier, teams }) => ({ tier, label: t('tier', { tier }), names: teams.map((one) => one.name).join(', ') })),
    ...(found.supplier ? [{ tier: 4, label: t('supplier'), names: found.supplier.name }] : []),
  ]
  return (
    <div>
      <ol className={classes.path} aria-label={t('path')}>
        {steps.map(({ tier, label, names }) => {
          const here = tier === found.stands
          return (
            <li key={tier} className={classes.step} {...(here ? { 'aria-current': 'step', 'data-here': true } : {})}>
              <span className={classes.dot} data-passed={(found.stands ?? 0) > tier || undefined}>
                {tier === 4 ? <IconBuildingStore size={13} aria-hidden /> : tier}
              </span>
              <span className={classes.stepWords}>
                <b>{label}</b>
                <span>{here && tier !== 4 ? (team ?? names) : names}</span>
              </span>
            </li>
          )
        })}
      </ol>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconStairsUp size={15} stroke={1.9} />}
        rightSection={escalate.allowed ? <Keys keys="e" /> : undefined}
        disabled={!escalate.allowed}
        title={whyNot(escalate)}
        onClick={onEscalate}
      >
        {t('escalate')}
      </Button>
      {found.abilities.tellLeads.allowed && <TellLeads number={number} />}
      {found.bounces > 0 && <p className={classes.bounced}>{t('bounces', { count: found.bounces })}</p>}
      {found.items.length > 0 && (
        <ol className={classes.history} aria-label={t('history')}>
          {found.items.map((one) => (
            <Past key={one.id} one={one} />
          ))}
        </ol>
      )}
    </div>
  )
}

function Past({ one }: { one: Escalation }) {
  const { t } = useTranslation('escalation')
  const [shown, setShown] = useState(false)
  const state = one.ended ? one.ended.how : one.accepted ? 'accepted' : 'waiting'
  return (
    <li className={classes.past}>
      <button
        type="button"
        className={classes.pastHead}
        aria-expanded={shown}
        disabled={!one.handOff}
        onClick={() => setShown(!shown)}
      >
        <span>{one.to?.name ?? one.supplier ?? one.reason}</span>
        <span className={classes.pastState} data-state={state}>
          {t(`state.${state}`)}
        </span>
      </button>
      <span className={classes.by}>
        {one.startedBy} · <Time at={one.startedAt} quiet />
      </span>
      {one.ended?.reason && <p className={classes.reason}>{`${one.ended.by}: ${one.ended.reason}`}</p>}
      {shown && one.handOff && <HandOffWords handOff={one.handOff} />}
    </li>
  )
}
