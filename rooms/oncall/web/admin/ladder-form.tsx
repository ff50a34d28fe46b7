import { ActionIcon, Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPhoneCall, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import { PreviewBox } from '../../../../web-kit/manage/preview-box.tsx'
import { confirm } from '../../../../web-kit/ui/confirm.tsx'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import {
  createLadder,
  type Ladder,
  type LadderDoc,
  listLadders,
  listLadderVersions,
  listPages,
  listProviders,
  listSchedules,
  removeLadder,
  saveLadder,
  tryLadder,
} from '../../contract/http.ts'
import { type Step, type Way, ways } from '../../contract/shapes.ts'
import classes from './admin.module.css'
import { usePeople } from './use-people.ts'
import { Versions } from './versions.tsx'

interface Props {
  ladder: Ladder | undefined
  onDone: () => void
}

const nameOfTarget = ({ to }: Step) =>
  to.kind === 'person' ? `person ${to.personId}` : `layer ${to.scheduleId} ${to.layer}`
const targetNamed = (value: string): Step['to'] => {
  const [kind, id, layer] = value.split(' ')
  return kind === 'person'
    ? { kind: 'person', personId: Number(id) }
    : { kind: 'layer', scheduleId: Number(id), layer: layer ?? '' }
}

/** The steps of a ladder, how long each waits, and a trial of all of it. */
export function LadderForm({ ladder, onDone }: Props) {
  const { t } = useTranslation('oncallAdmin')
  const schedules = useApi(listSchedules, {}, { staleMs: 60_000 }).data?.items ?? []
  const providers = useApi(listProviders, {}, { staleMs: 60_000 }).data?.items ?? []
  const people = usePeople()
  const targets = [
    ...schedules.map((schedule) => ({
      group: schedule.name,
      items: schedule.doc.layers.map((layer) => ({
        value: `layer ${schedule.id} ${layer.key}`,
        label: `${schedule.name}: ${layer.name}`,
      })),
    })),
    {
      group: t('people'),
      items: people.map(({ value, label }) => ({ value: `person ${value}`, label })),
    },
  ]
  const form = useSaveForm({
    initial: {
      name: ladder?.name ?? '',
      rounds: ladder?.doc.rounds ?? 3,
      steps: ladder?.doc.steps ?? ([] as Step[]),
    },
    version: ladder?.version,
    check: (v) => ({
      ...(v.name.trim() ? {} : { name: t('kit:form.missing') }),
      ...(v.steps.length > 0 ? {} : { steps: t('kit:form.missing') }),
    }),
    save: (v, matching) => {
      const body = { name: v.name.trim(), doc: { steps: v.steps, rounds: v.rounds } }
      return ladder ? api(saveLadder, { params: { id: ladder.id }, body, ...matching }) : api(createLadder, { body })
    },
    refresh: [listLadders, listLadderVersions],
    done: (saved) => t('saved', { name: saved.name }),
    onDone,
  })
  const remove = useRemove(removeLadder, {
    params: { id: ladder?.id ?? 0 },
    label: t('remove'),
    ask: { title: t('removeTitle', { name: ladder?.name }), body: t('removeBody') },
    refresh: [listLadders],
    done: t('removed', { name: ladder?.name }),
    onDone,
  })
  const trial = useSend(tryLadder, { refresh: [listPages], onDone: () => toast.done(t('tried')) })
  const tryIt = async () => {
    const sure = await confirm({ title: t('tryAsk'), body: t('tryBody'), confirmLabel: t('try') })
    if (sure && ladder) trial.mutate({ params: { id: ladder.id } })
  }
  const { values, set } = form
  const { steps, rounds } = values
  const change = (index: number, more: Partial<Step>) => {
    const step = steps[index]
    if (step) set('steps', steps.with(index, { ...step, ...more }))
  }
  const add = () => {
    const first = targets.flatMap((group) => group.items)[0]
    if (!first) return
    const step: Step = { to: targetNamed(first.value), ways: ['push', 'mail'], providerId: null, thenAfterMinutes: 5 }
    set('steps', [...steps, step])
  }
  return (
    <>
      <RecordForm
        form={form}
        submitLabel={ladder ? undefined : t('ladder.add')}
        onCancel={onDone}
        remove={ladder && remove}
      >
        <TextInput label={t('name')} required maxLength={120} {...form.field('name')} data-autofocus />
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name, only an order
          <fieldset key={index} className={classes.block}>
            <legend>{t('stepTitle', { number: index + 1 })}</legend>
            <div className={classes.row}>
              <Select
                className={classes.grow}
                label={t('toWhom')}
                searchable
                allowDeselect={false}
                data={targets}
                value={nameOfTarget(step)}
                onChange={(value) => value && change(index, { to: targetNamed(value) })}
              />
              <ActionIcon
                size="lg"
                aria-label={t('removeStep', { number: index + 1 })}
                onClick={() => set('steps', steps.toSpliced(index, 1))}
              >
                <IconTrash size={17} stroke={1.75} />
              </ActionIcon>
            </div>
            <div className={classes.row}>
              <MultiSelect
                className={classes.grow}
                label={t('byWhat')}
                data={ways
                  .filter((way) => way !== 'provider' || providers.length > 0)
                  .map((way) => ({ value: way, label: t(`ways.${way}`) }))}
                value={step.ways}
                onChange={(chosen) =>
                  chosen.length > 0 &&
                  change(index, {
                    ways: chosen as Way[],
                    providerId: chosen.includes('provider') ? (step.providerId ?? providers[0]?.id ?? null) : null,
                  })
                }
              />
              {step.ways.includes('provider') && (
                <Select
                  label={t('providerOf')}
                  allowDeselect={false}
                  data={providers.map((one) => ({ value: String(one.id), label: one.name }))}
                  value={step.providerId === null ? null : String(step.providerId)}
                  onChange={(id) => change(index, { providerId: Number(id) })}
                />
              )}
              <NumberInput
                label={t('wait')}
                suffix={` ${t('minutes')}`}
                w={150}
                min={1}
                max={1440}
                allowDecimal={false}
                value={step.thenAfterMinutes}
                onChange={(minutes) => change(index, { thenAfterMinutes: Math.max(1, Number(minutes) || 1) })}
              />
            </div>
          </fieldset>
        ))}
        {form.errors.steps && <p className={classes.bad}>{`${t('steps')}: ${form.errors.steps}`}</p>}
        <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={add}>
          {t('addStep')}
        </Button>
        <NumberInput
          label={t('rounds')}
          description={t('roundsHelp')}
          min={1}
          max={10}
          allowDecimal={false}
          value={rounds}
          onChange={(value) => set('rounds', Math.max(1, Number(value) || 1))}
        />
        <PreviewBox>
          {t('sum', { minutes: rounds * steps.reduce((sum, step) => sum + step.thenAfterMinutes, 0) })}
        </PreviewBox>
      </RecordForm>
      {ladder && (
        <>
          <Button
            variant="default"
            leftSection={<IconPhoneCall size={16} stroke={1.75} />}
            disabled={form.dirty}
            loading={trial.isPending}
            onClick={() => void tryIt()}
          >
            {t('try')}
          </Button>
          <Versions
            endpoint={listLadderVersions}
            id={ladder.id}
            words={(doc: LadderDoc) => t('stepsOf', { count: doc.steps.length })}
          />
        </>
      )}
    </>
  )
}
