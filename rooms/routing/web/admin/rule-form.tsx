import { Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import {
  changeRuleEndpoint,
  createRule,
  type DraftRule,
  deleteRuleEndpoint,
  type Finding,
  listPastRules,
  listRules,
  type Rule,
} from '../../contract/http.ts'
import { ConditionsEditor } from './conditions-editor.tsx'
import { isUnfinished } from './drafts.ts'
import { Findings } from './findings.tsx'
import { OutcomeEditor } from './outcome-editor.tsx'
import { PastRules } from './past-rules.tsx'
import { conditionWords } from './rule-words.ts'
import classes from './rules.module.css'
import { TrialPanel } from './trial-panel.tsx'
import type { Choices } from './use-choices.ts'

interface Props {
  rule: Rule | undefined
  rules: readonly Rule[]
  findings: readonly Finding[]
  choices: Choices
  onDone: () => void
}

const refresh = [listRules, listPastRules]

/** One rule: when it matches and what comes of it; tried on past tickets before it is live. */
export function RuleForm({ rule, rules, findings, choices, onDone }: Props) {
  const { t } = useTranslation('routingAdmin')
  const form = useSaveForm({
    initial: {
      name: rule?.name ?? '',
      active: rule?.active ?? true,
      conditions: rule?.conditions ?? { match: 'all' as const, tests: [], groups: [] },
      outcome: rule?.outcome ?? {},
      stop: rule?.stop ?? true,
    },
    version: rule?.version,
    check: ({ name, conditions }) => {
      const tests = [...conditions.tests, ...conditions.groups.flatMap((group) => group.tests)]
      return {
        ...(name.trim() ? {} : { name: t('kit:form.missing') }),
        ...(tests.some(isUnfinished) ? { conditions: t('unfinished') } : {}),
      }
    },
    save: (body, matching) =>
      rule ? api(changeRuleEndpoint, { params: { id: rule.id }, body, ...matching }) : api(createRule, { body }),
    refresh,
    done: (saved) => t('saved', { name: saved.name }),
    onDone,
  })
  const remove = useRemove(deleteRuleEndpoint, {
    params: { id: rule?.id ?? 0 },
    label: t('delete'),
    ask: { title: t('deleteTitle', { name: rule?.name }), body: t('deleteBody') },
    refresh,
    done: t('deleted', { name: rule?.name }),
    onDone,
  })
  const { values, errors, set } = form
  // Rules as they would be with what is typed here.
  const drafts = (): DraftRule[] => {
    const others = rules.map(({ id, name, active, conditions, outcome, stop }) => ({
      ...{ id, name, active, conditions, outcome, stop },
    }))
    // Also one that is switched off is tried as if it held: that is what one wants to know.
    const own = { ...values, active: true, name: values.name.trim() || t('words.add'), id: rule?.id ?? null }
    return rule ? others.map((one) => (one.id === rule.id ? { ...own, id: rule.id } : one)) : [...others, own]
  }
  return (
    <>
      <Findings findings={findings} />
      <RecordForm
        form={form}
        submitLabel={rule ? undefined : t('words.add')}
        onCancel={onDone}
        remove={rule ? remove : undefined}
      >
        <TextInput label={t('name')} required maxLength={120} {...form.field('name')} />
        <fieldset className={manage.set}>
          <legend className={manage.legend}>{t('when')}</legend>
          <ConditionsEditor
            conditions={values.conditions}
            choices={choices}
            onChange={(conditions) => set('conditions', conditions)}
          />
          {errors.conditions && (
            <p className={classes.error} role="alert">
              {errors.conditions}
            </p>
          )}
          <p className={classes.inWords}>{t('inWords', { words: conditionWords(t, choices, values.conditions) })}</p>
        </fieldset>
        <fieldset className={manage.set}>
          <legend className={manage.legend}>{t('then')}</legend>
          <div className={manage.form}>
            <OutcomeEditor outcome={values.outcome} choices={choices} onChange={(outcome) => set('outcome', outcome)} />
          </div>
        </fieldset>
        <Switch label={t('stop')} description={t('stopHelp')} {...form.toggle('stop')} />
        <Switch label={t('active')} description={t('activeHelp')} {...form.toggle('active')} />
      </RecordForm>
      <Folding title={t('trial.title')} open={false}>
        <TrialPanel drafts={drafts} about={rule ? rules.indexOf(rule) + 1 : rules.length + 1} />
      </Folding>
      {rule && (
        <Folding title={t('past.title')} open={false}>
          <PastRules
            rule={rule}
            choices={choices}
            onDone={onDone}
            onTake={({ name, conditions, outcome, stop }) =>
              form.setValues({ ...values, name, conditions, outcome, stop })
            }
          />
        </Folding>
      )}
    </>
  )
}
