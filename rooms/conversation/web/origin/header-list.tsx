import { Button, Group, TextInput } from '@mantine/core'
import { IconCopy, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../../../web-kit/ui/toast.tsx'
import classes from './origin-drawer.module.css'
import './strings.ts'

/** The whole header of a message, decoded; one finds and copies what one needs. */
export function HeaderList({ headers }: { headers: ReadonlyArray<{ name: string; value: string }> }) {
  const { t } = useTranslation('origin')
  const [wanted, setWanted] = useState('')
  const words = wanted.trim().toLowerCase()
  const shown = headers.filter(({ name, value }) => `${name}: ${value}`.toLowerCase().includes(words))
  const copy = () =>
    navigator.clipboard
      .writeText(headers.map(({ name, value }) => `${name}: ${value}`).join('\n'))
      .then(() => toast.done(t('copied')))
  return (
    <>
      <Group gap="sm" mb="sm" wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={t('filter')}
          placeholder={t('filter')}
          leftSection={<IconSearch size={15} />}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Button variant="default" leftSection={<IconCopy size={15} />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </Group>
      {shown.length === 0 && <p className={classes.dim}>{t('nothing')}</p>}
      <dl className={classes.headers}>
        {shown.map(({ name, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand there twice
          <div key={index}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
