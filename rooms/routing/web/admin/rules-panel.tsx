import { Button } from '@mantine/core'
import { IconArrowsSplit2, IconFlask, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { changeItems, useSend } from '../../../../web-kit/api/use-send.ts'
import { useEditing } from '../../../../web-kit/forms/use-editing.ts'
import { RecordDrawer } from '../../../../web-kit/manage/record-drawer.tsx'
import { EditorDrawer } from '../../../../web-kit/ui/editor-drawer.tsx'
import { EmptyState, ErrorState, RowsSkeleton } from '../../../../web-kit/ui/states.tsx'
import { changeRuleEndpoint, listRules, type Rule } from '../../contract/http.ts'
import { RuleForm } from './rule-form.tsx'
import { RuleRow } from './rule-row.tsx'
import classes from './rules.module.css'
import './strings.ts'
import { TrialPanel } from './trial-panel.tsx'
import { useChoices } from './use-choices.ts'
import { useRuleOrder } from './use-rule-order.ts'

/** The rules in their order. The first that says something of a ticket has said it. */
export function RulesPanel() {
  const { t } = useTranslation('routingAdmin')
  const list = useApi(listRules, {}, { live: ['routing_rule:*', 'routing:*'] })
  const choices = useChoices(list.data?.mentioned)
  const { editing, open, close } = useEditing()
  const [trying, setTrying] = useState(false)
  const rules = list.data?.items ?? []
  const order = useRuleOrder(rules)
  const turn = useSend(changeRuleEndpoint, {
    refresh: [listRules],
    optimistic: ({ params, body }) => [
      changeItems(
        listRules,
        (rule) => rule.id === params.id,
        (rule) => ({ ...rule, active: body?.active ?? rule.active }),
      ),
    ],
  })
  if (list.error && !list.data) return <ErrorState error={list.error} retry={list.refetch} />
  if (!list.data) return <RowsSkeleton rows={6} />
  const findingsOf = (rule: Rule) => list.data.findings.filter((finding) => finding.ruleId === rule.id)
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open('new')}>
      {t('words.add')}
    </Button>
  )
  return (
    <>
      {rules.length === 0 ? (
        <EmptyState icon={<IconArrowsSplit2 />} title={t('words.none')} action={add}>
          {t('words.noneHelp')}
        </EmptyState>
      ) : (
        <>
          <div className={classes.bar}>
            <Button variant="default" leftSection={<IconFlask size={16} aria-hidden />} onClick={() => setTrying(true)}>
              {t('trial.all')}
            </Button>
            {add}
          </div>
          <ol className={classes.rules} aria-label={t('words.list')}>
            {rules.map((rule, index) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                position={index + 1}
                count={rules.length}
                findings={findingsOf(rule)}
                choices={choices}
                mark={order.markOf(rule)}
                dragged={order.dragged === rule.id}
                onOpen={() => open(rule.id)}
                onSwitch={(active) => turn.mutate({ params: { id: rule.id }, body: { active } })}
                onMove={(by) => order.move(rule, by)}
                onDrag={(dragging) => order.drag(rule, dragging)}
                onOver={(half) => order.over(rule, half)}
                onDrop={order.drop}
              />
            ))}
          </ol>
          <p className={classes.after}>{t('after')}</p>
        </>
      )}
      <RecordDrawer
        editing={editing}
        rows={rules}
        nameOf={(rule) => rule.name}
        words={(key) => t(`words.${key}`)}
        size={680}
        onClose={close}
      >
        {(rule) => (
          <RuleForm
            key={rule?.id ?? 'new'}
            rule={rule}
            rules={rules}
            findings={rule ? findingsOf(rule) : []}
            choices={choices}
            onDone={close}
          />
        )}
      </RecordDrawer>
      <EditorDrawer opened={trying} title={t('trial.all')} size={680} onClose={() => setTrying(false)}>
        <TrialPanel
          drafts={() =>
            rules.map(({ id, name, active, conditions, outcome, stop }) => ({
              ...{ id, name, active, conditions, outcome, stop },
            }))
          }
        />
      </EditorDrawer>
    </>
  )
}
