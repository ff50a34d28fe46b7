import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiProblem } from '../../../../web-kit/api/problem.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useUnsavedGuard } from '../../../../web-kit/forms/use-unsaved-guard.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { PriorityIcon } from '../../../../web-kit/ui/priority.tsx'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  getMatrix,
  inLanguage,
  type Matrix,
  type MatrixChange,
  type Priority,
  priorities,
  putMatrix,
} from '../../contract/http.ts'
import classes from './catalog-admin.module.css'
import { resized } from './resize-matrix.ts'
import './strings.ts'

interface Props {
  /** What a changed matrix would do to open tickets. */
  effect: (matrix: MatrixChange) => ReactNode
}

export function MatrixPanel({ effect }: Props) {
  const matrix = useApi(getMatrix, {})
  if (matrix.error) return <ErrorState error={matrix.error} retry={() => void matrix.refetch()} />
  if (!matrix.data) return <TextSkeleton lines={6} />
  return <MatrixEditor key={matrix.data.version} matrix={matrix.data} effect={effect} />
}

const plain = ({ impacts, urgencies, cells }: Matrix): MatrixChange => ({ impacts, urgencies, cells })
type Axis = 'impacts' | 'urgencies'

function MatrixEditor({ matrix, effect }: Props & { matrix: Matrix }) {
  const { t, i18n } = useTranslation('catalogAdmin')
  const [draft, setDraft] = useState(() => plain(matrix))
  const [problem, setProblem] = useState<ApiProblem>()
  const dirty = JSON.stringify(draft) !== JSON.stringify(plain(matrix))
  const nameless = [...draft.impacts, ...draft.urgencies].some(({ label }) => !inLanguage(label, 'en').trim())
  const save = useSend(putMatrix, {
    refresh: [getMatrix],
    onDone: () => toast.done(t('matrix.saved')),
    onProblem: (found) => {
      setProblem(found)
      return true
    },
  })
  useUnsavedGuard(dirty && !save.isPending && !save.isSuccess)

  const setCell = (row: number, column: number, priority: Priority) =>
    setDraft((before) => ({
      ...before,
      cells: before.cells.map((cells, r) =>
        r === row ? cells.map((one, c) => (c === column ? priority : one)) : cells,
      ),
    }))
  const setLabel = (axis: Axis, at: number, language: string, words: string) =>
    setDraft((before) => ({
      ...before,
      [axis]: before[axis].map((one, index) => (index === at ? { label: { ...one.label, [language]: words } } : one)),
    }))
  const data = priorities.map((priority) => ({ value: priority, label: t(`kit:priority.${priority}`) }))
  const nameOf = (axis: Axis, at: number) => inLanguage(draft[axis][at]?.label, i18n.language)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={classes.matrixBox} aria-label={t('matrix.label')} tabIndex={0}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <td className={classes.corner}>{t('matrix.corner')}</td>
              {draft.urgencies.map((step, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
                <th key={at} scope="col">
                  <StepLabels axis="urgencies" at={at} label={step.label} onChange={setLabel} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draft.impacts.map((step, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
              <tr key={row}>
                <th scope="row">
                  <StepLabels axis="impacts" at={row} label={step.label} onChange={setLabel} />
                </th>
                {draft.urgencies.map((_, column) => {
                  const priority = draft.cells[row]?.[column] ?? 'low'
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
                    <td key={column} className={classes.cell} data-priority={priority}>
                      <Select
                        aria-label={t('matrix.cell', {
                          impact: nameOf('impacts', row),
                          urgency: nameOf('urgencies', column),
                        })}
                        leftSection={<PriorityIcon priority={priority} hidden />}
                        allowDeselect={false}
                        data={data}
                        value={priority}
                        onChange={(value) => value && setCell(row, column, value as Priority)}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className={manage.badges} style={{ margin: '10px 0 18px', gap: 18 }}>
        <Size axis="impacts" draft={draft} setDraft={setDraft} />
        <Size axis="urgencies" draft={draft} setDraft={setDraft} />
      </div>
      {dirty && effect(draft)}
      <FormProblem problem={problem} />
      <div className={manage.badges} style={{ marginTop: 14 }}>
        <Button
          disabled={!dirty || nameless}
          loading={save.isPending}
          onClick={() => {
            setProblem(undefined)
            save.mutate({ body: draft, ifMatch: matrix.version })
          }}
        >
          {t('kit:save')}
        </Button>
        {dirty && (
          <Button variant="default" onClick={() => setDraft(plain(matrix))}>
            {t('form.discard')}
          </Button>
        )}
      </div>
      {nameless && (
        <p className={manage.small} role="status">
          {t('matrix.nameless')}
        </p>
      )}
    </>
  )
}

interface StepProps {
  axis: Axis
  at: number
  label: Record<string, string>
  onChange: (axis: Axis, at: number, language: string, words: string) => void
}

function StepLabels({ axis, at, label, onChange }: StepProps) {
  const { t } = useTranslation('catalogAdmin')
  const name = t(`matrix.${axis}`, { number: at + 1 })
  return (
    <div className={classes.step}>
      <span className={classes.corner}>{name}</span>
      {(['en', 'de'] as const).map((language) => (
        <TextInput
          key={language}
          size="xs"
          aria-label={t(language === 'en' ? 'inEnglish' : 'inGerman', { label: name })}
          placeholder={t(language === 'en' ? 'english' : 'german')}
          maxLength={60}
          value={label[language] ?? ''}
          onChange={(event) => onChange(axis, at, language, event.currentTarget.value)}
        />
      ))}
    </div>
  )
}

interface SizeProps {
  axis: Axis
  draft: MatrixChange
  setDraft: (draft: MatrixChange) => void
}

/** How many steps an axis has, from two to five. */
function Size({ axis, draft, setDraft }: SizeProps) {
  const { t } = useTranslation('catalogAdmin')
  const count = draft[axis].length
  return (
    <span className={manage.badges} style={{ alignItems: 'center' }}>
      <span className={manage.small}>{t(`matrix.${axis}Count`, { count })}</span>
      <ActionIcon
        variant="default"
        aria-label={t(`matrix.${axis}Fewer`)}
        disabled={count <= 2}
        onClick={() => setDraft(resized(draft, axis, count - 1))}
      >
        <IconMinus size={14} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t(`matrix.${axis}More`)}
        disabled={count >= 5}
        onClick={() => setDraft(resized(draft, axis, count + 1))}
      >
        <IconPlus size={14} />
      </ActionIcon>
    </span>
  )
}
