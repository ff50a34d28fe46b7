import { Button, SegmentedControl } from '@mantine/core'
import { IconFolderPlus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Conditions, Test } from '../../contract/http.ts'
import { testOf } from './drafts.ts'
import classes from './rules.module.css'
import { TestEditor } from './test-editor.tsx'
import type { Choices } from './use-choices.ts'

interface Props {
  conditions: Conditions
  choices: Choices
  onChange: (conditions: Conditions) => void
}

type Group = Conditions['groups'][number]

/** Tests, and groups of tests one level deep. */
export function ConditionsEditor({ conditions, choices, onChange }: Props) {
  const { t } = useTranslation('routingAdmin')
  const { groups } = conditions
  const named = [...conditions.tests, ...groups.flatMap((group) => group.tests)].find(
    (test) => test.field === 'service' && test.op === 'is',
  )?.values?.[0]
  const part = { choices, serviceId: named === undefined ? undefined : Number(named) }
  const setGroup = (index: number, group: Group | undefined) =>
    onChange({
      ...conditions,
      groups: group ? groups.map((one, at) => (at === index ? group : one)) : groups.filter((_, at) => at !== index),
    })
  return (
    <div className={classes.conditions}>
      {conditions.tests.length === 0 && groups.length === 0 && <p className={classes.always}>{t('alwaysHelp')}</p>}
      <Tests
        {...part}
        match={conditions.match}
        alone={conditions.tests.length + groups.length < 2}
        tests={conditions.tests}
        onChange={(next) => onChange({ ...conditions, ...next })}
      />
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have nothing else that tells them apart
        <fieldset key={index} className={classes.group}>
          <legend className={classes.groupName}>{t('group', { number: index + 1 })}</legend>
          <Tests
            {...part}
            match={group.match}
            alone={group.tests.length < 2}
            tests={group.tests}
            onChange={(next) => setGroup(index, next.tests.length === 0 ? undefined : next)}
          />
        </fieldset>
      ))}
      {groups.length < 10 && conditions.tests.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          className={classes.addGroup}
          leftSection={<IconFolderPlus size={15} aria-hidden />}
          onClick={() =>
            onChange({ ...conditions, groups: [...groups, { match: 'any', tests: [testOf('words'), testOf('tags')] }] })
          }
        >
          {t('addGroup')}
        </Button>
      )}
    </div>
  )
}

interface TestsProps {
  match: Conditions['match']
  tests: readonly Test[]
  /** One thing to say: it needs no "and" or "or". */
  alone: boolean
  choices: Choices
  serviceId: number | undefined
  onChange: (next: Group) => void
}

function Tests({ match, tests, alone, onChange, ...part }: TestsProps) {
  const { t } = useTranslation('routingAdmin')
  return (
    <>
      {!alone && (
        <SegmentedControl
          size="xs"
          aria-label={t('match.label')}
          data={[
            { value: 'all', label: t('match.all') },
            { value: 'any', label: t('match.any') },
          ]}
          value={match}
          onChange={(value) => onChange({ match: value as Conditions['match'], tests: [...tests] })}
        />
      )}
      <ul className={classes.tests}>
        {tests.map((test, index) => (
          <TestEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: tests have nothing else that tells them apart
            key={index}
            {...part}
            test={test}
            onChange={(next) => onChange({ match, tests: tests.map((one, at) => (at === index ? next : one)) })}
            onRemove={() => onChange({ match, tests: tests.filter((_, at) => at !== index) })}
          />
        ))}
      </ul>
      {tests.length < 30 && (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.addTest}
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange({ match, tests: [...tests, testOf(tests.length === 0 ? 'words' : 'service')] })}
        >
          {t('addTest')}
        </Button>
      )}
    </>
  )
}
