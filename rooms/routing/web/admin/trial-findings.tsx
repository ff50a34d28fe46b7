import { useTranslation } from 'react-i18next'
import { number as figure, shortDate } from '../../../../web-kit/i18n/formats.ts'
import type { TrialResult } from '../../contract/http.ts'
import { Findings } from './findings.tsx'
import classes from './rules.module.css'

type Where = TrialResult['examples'][number]['before']

/** What would be otherwise: how many, from where to where, by which rule, and which. */
export function TrialFindings({ result, about }: { result: TrialResult; about: number | undefined }) {
  const { t } = useTranslation('routingAdmin')
  const { tickets, changed, flows, examples, rules, findings } = result
  return (
    <div className={classes.found} role="status">
      <p className={classes.sum}>
        {changed === 0
          ? t('trial.same', { count: tickets, tickets: figure(tickets) })
          : t('trial.changed', { count: changed, changed: figure(changed), tickets: figure(tickets) })}
      </p>
      <Findings findings={findings.filter((one) => about === undefined || one.position === about)} />
      {flows.length > 0 && (
        <ul className={classes.flows} aria-label={t('trial.flows')}>
          {flows.slice(0, 12).map((flow) => (
            <li key={`${flow.from?.id} ${flow.to?.id}`}>
              <span className={classes.count}>{figure(flow.tickets)}</span>
              {flow.from?.name ?? t('trial.nowhere')} → {flow.to?.name ?? t('trial.nowhere')}
            </li>
          ))}
        </ul>
      )}
      <RuleCounts rules={rules} about={about} />
      {examples.length > 0 && (
        <ul className={classes.examples} aria-label={t('trial.examples')}>
          {examples.map((one) => (
            <li key={one.number}>
              <a href={`/desk/tickets/${one.number}`} target="_blank" rel="noreferrer">
                #{one.number} {one.subject}
              </a>
              <span className={classes.exampleWords}>
                {shortDate(new Date(one.openedAt))} · {whereWords(one.before)} → {whereWords(one.after)}
                {one.rule ? ` · ${one.rule}` : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )

  function whereWords({ team, assignee, priority, tags }: Where): string {
    const parts = [
      team?.name ?? t('trial.nowhere'),
      ...(assignee ? [assignee.name] : []),
      ...(priority ? [t(`kit:priority.${priority}`)] : []),
      ...tags.map((tag) => `#${tag}`),
    ]
    return parts.join(', ')
  }
}

function RuleCounts({ rules, about }: { rules: TrialResult['rules']; about: number | undefined }) {
  const { t } = useTranslation('routingAdmin')
  return (
    <table className={classes.counts}>
      <thead>
        <tr>
          <th scope="col">{t('trial.rule')}</th>
          <th scope="col" data-figures>
            {t('trial.matched')}
          </th>
          <th scope="col" data-figures>
            {t('trial.decided')}
          </th>
          <th scope="col" data-figures title={t('trial.takenHelp')}>
            {t('trial.taken')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.position} data-here={rule.position === about || undefined}>
            <td>
              {rule.position}. {rule.name}
              {rule.matched === 0 && (
                <span className={classes.never}>{t(rule.taken > 0 ? 'trial.tooLate' : 'trial.never')}</span>
              )}
            </td>
            <td data-figures>{figure(rule.matched)}</td>
            <td data-figures>{figure(rule.decided)}</td>
            <td data-figures>{figure(rule.taken)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
