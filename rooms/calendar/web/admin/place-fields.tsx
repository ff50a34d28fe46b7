import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import type { FormOf } from '../../../../web-kit/forms/use-form.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import { listHolidayPlaces } from '../../contract/http.ts'
import type { CalendarValues } from './calendar-values.ts'

/** Whose public holidays are closed: a country, and where they differ a state and a region. */
export function PlaceFields({ form }: { form: FormOf<CalendarValues> }) {
  const { t, i18n } = useTranslation('calendarAdmin')
  const places =
    useApi(listHolidayPlaces, { query: { language: i18n.language.slice(0, 2) } }, { staleMs: 3_600_000 }).data?.items ??
    []
  const { values, set } = form
  const country = places.find((one) => one.code === values.country)
  const state = country?.states.find((one) => one.code === values.state)
  const named = (rows: readonly { code: string; name: string }[]) =>
    rows.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <div className={manage.pair}>
      <Select
        label={t('holidays')}
        placeholder={t('noHolidays')}
        searchable
        clearable
        data={named(places)}
        {...form.field('country')}
        onChange={(code) => {
          set('country', code)
          set('state', null)
          set('region', null)
        }}
      />
      {country && country.states.length > 0 && (
        <Select
          label={t('state')}
          placeholder={t('wholeCountry')}
          searchable
          clearable
          data={named(country.states)}
          {...form.field('state')}
          onChange={(code) => {
            set('state', code)
            set('region', null)
          }}
        />
      )}
      {state && state.regions.length > 0 && (
        <Select
          label={t('region')}
          placeholder={t('wholeState')}
          searchable
          clearable
          data={named(state.regions)}
          {...form.field('region')}
        />
      )}
    </div>
  )
}
