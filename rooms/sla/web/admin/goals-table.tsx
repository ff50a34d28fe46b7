import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PriorityBadge } from '../../../../web-kit/ui/priority.tsx'
import { priorities } from '../../../ticket/contract/shapes.ts'
import classes from './admin.module.css'
import type { GoalKey } from './policy-values.ts'

interface Props {
  columns: readonly { name: string; title: string }[]
  field: (key: GoalKey) => object
}

/** How long something may take, by priority; an empty cell promises nothing. */
export function GoalsTable({ columns, field }: Props) {
  const { t } = useTranslation('slaAdmin')
  return (
    <fieldset className={classes.goals}>
      <legend>{t('goals')}</legend>
      <p className={classes.help}>{t('goalsHelp')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('priority')}</th>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {priorities.map((priority) => (
            <tr key={priority}>
              <th scope="row">
                <PriorityBadge priority={priority} />
              </th>
              {columns.map((column) => (
                <td key={column.name}>
                  <TextInput
                    size="xs"
                    aria-label={`${t(`kit:priority.${priority}`)}: ${column.title}`}
                    placeholder={t('nothing')}
                    maxLength={30}
                    {...field(`${priority}_${column.name}` as GoalKey)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}
