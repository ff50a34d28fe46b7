import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { nameIn, type Service } from '../../../../rooms/catalog/contract/http.ts'

interface Props {
  services: readonly Service[]
  value: number | null
  error: string | undefined
  onChange: (service: Service | undefined) => void
}

export function ServiceField({ services, value, error, onChange }: Props) {
  const { t, i18n } = useTranslation('agent')
  return (
    <Select
      label={t('new.service')}
      placeholder={t('new.serviceHelp')}
      searchable
      clearable
      name="service"
      error={error}
      data={services.map((one) => ({ value: String(one.id), label: nameIn(one, i18n.language) }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(services.find((one) => String(one.id) === chosen))}
    />
  )
}
