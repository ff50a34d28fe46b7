import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { RecordForm } from '../../../../web-kit/forms/record-form.tsx'
import { useRemove } from '../../../../web-kit/forms/use-remove.ts'
import { useSaveForm } from '../../../../web-kit/forms/use-save-form.ts'
import {
  createSchedule,
  getOnCall,
  listSchedules,
  listScheduleVersions,
  removeSchedule,
  type Schedule,
  type ScheduleDoc,
  saveSchedule,
} from '../../contract/http.ts'
import type { Layer, Rotation } from '../../contract/shapes.ts'
import classes from './admin.module.css'
import { RotationFields } from './rotation-fields.tsx'
import { SchedulePreview } from './schedule-preview.tsx'
import { usePeople } from './use-people.ts'
import { Versions } from './versions.tsx'

interface Props {
  schedule: Schedule | undefined
  onDone: () => void
}

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone
/** Weeks change on a Monday, and somebody is on call from the beginning. */
function lastMonday(): string {
  const day = new Date()
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7 || 7))
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`
}

const newRotation = (): Rotation => ({
  persons: [],
  every: 1,
  unit: 'week',
  startsOn: lastMonday(),
  handOverAt: 9 * 60,
  hours: [],
})
const newKey = (layers: readonly Layer[]) => {
  let nth = layers.length + 1
  while (layers.some((layer) => layer.key === `l${nth}`)) nth++
  return `l${nth}`
}

/** The layers of a schedule and their rotations, and what comes of them, with its gaps, before it is saved. */
export function ScheduleForm({ schedule, onDone }: Props) {
  const { t } = useTranslation('oncallAdmin')
  const people = usePeople()
  const form = useSaveForm({
    initial: {
      name: schedule?.name ?? '',
      timeZone: schedule?.doc.timeZone ?? here(),
      layers: schedule?.doc.layers ?? [{ key: 'l1', name: t('firstLayer'), rotations: [newRotation()] }],
    },
    version: schedule?.version,
    check: (v) => ({
      ...(v.name.trim() ? {} : { name: t('kit:form.missing') }),
      ...(ready(v) ? {} : { layers: t('kit:form.missing') }),
    }),
    save: (v, matching) => {
      const body = { name: v.name.trim(), doc: { timeZone: v.timeZone, layers: v.layers } }
      return schedule
        ? api(saveSchedule, { params: { id: schedule.id }, body, ...matching })
        : api(createSchedule, { body })
    },
    refresh: [listSchedules, listScheduleVersions, getOnCall],
    done: (saved) => t('saved', { name: saved.name }),
    onDone,
  })
  const remove = useRemove(removeSchedule, {
    params: { id: schedule?.id ?? 0 },
    label: t('remove'),
    ask: { title: t('removeTitle', { name: schedule?.name }), body: t('removeBody') },
    refresh: [listSchedules, getOnCall],
    done: t('removed', { name: schedule?.name }),
    onDone,
  })
  const { values, set } = form
  const { layers } = values
  const change = (index: number, layer: Layer) => set('layers', layers.with(index, layer))
  const [settled] = useDebouncedValue(values, 400)
  return (
    <>
      <RecordForm
        form={form}
        submitLabel={schedule ? undefined : t('schedule.add')}
        onCancel={onDone}
        remove={schedule && remove}
      >
        <TextInput label={t('name')} required maxLength={120} {...form.field('name')} data-autofocus />
        <Select
          label={t('zone')}
          searchable
          allowDeselect={false}
          data={zones(values.timeZone)}
          value={values.timeZone}
          onChange={(zone) => set('timeZone', zone ?? 'UTC')}
        />
        {layers.map((layer, index) => (
          <fieldset key={layer.key} className={classes.block}>
            <legend>{t('layer')}</legend>
            <div className={classes.row}>
              <TextInput
                className={classes.grow}
                label={t('layerName')}
                required
                maxLength={120}
                value={layer.name}
                onChange={(event) => change(index, { ...layer, name: event.currentTarget.value })}
              />
              {layers.length > 1 && (
                <ActionIcon
                  size="lg"
                  aria-label={t('removeLayer', { name: layer.name })}
                  onClick={() => set('layers', layers.toSpliced(index, 1))}
                >
                  <IconTrash size={17} stroke={1.75} />
                </ActionIcon>
              )}
            </div>
            {layer.rotations.map((rotation, nth) => (
              <RotationFields
                // biome-ignore lint/suspicious/noArrayIndexKey: rotations have no name, only an order
                key={nth}
                rotation={rotation}
                people={people}
                onChange={(next) => change(index, { ...layer, rotations: layer.rotations.with(nth, next) })}
                onRemove={
                  layer.rotations.length > 1
                    ? () => change(index, { ...layer, rotations: layer.rotations.toSpliced(nth, 1) })
                    : undefined
                }
              />
            ))}
            <Button
              variant="subtle"
              size="compact-sm"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => change(index, { ...layer, rotations: [...layer.rotations, newRotation()] })}
            >
              {t('addRotation')}
            </Button>
          </fieldset>
        ))}
        {form.errors.layers && (
          <p className={classes.bad}>
            {t('persons')}: {form.errors.layers}
          </p>
        )}
        <Button
          variant="default"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() =>
            set('layers', [...layers, { key: newKey(layers), name: t('nextLayer'), rotations: [newRotation()] }])
          }
        >
          {t('addLayer')}
        </Button>
        {ready(settled) && <SchedulePreview doc={{ timeZone: settled.timeZone, layers: settled.layers }} />}
      </RecordForm>
      {schedule && <Versions endpoint={listScheduleVersions} id={schedule.id} words={scheduleWords} />}
    </>
  )
}

const ready = ({ layers }: { layers: readonly Layer[] }) =>
  layers.every((layer) => layer.name.trim() && layer.rotations.every((one) => one.persons.length > 0 && one.startsOn))

const scheduleWords = (doc: ScheduleDoc) => `${doc.layers.map((layer) => layer.name).join(', ')} (${doc.timeZone})`

const zones = (own: string) => [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
