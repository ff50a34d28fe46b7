import { ActionIcon, Badge, Button, Select, TextInput } from '@mantine/core'
import { IconMailX, IconStar, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../../web-kit/api/api.ts'
import { stale } from '../../../../web-kit/api/use-api.ts'
import { useSend } from '../../../../web-kit/api/use-send.ts'
import { FormProblem } from '../../../../web-kit/forms/form-problem.tsx'
import { useForm } from '../../../../web-kit/forms/use-form.ts'
import manage from '../../../../web-kit/manage/manage.module.css'
import {
  addAddress,
  addPhone,
  clearBounce,
  getPerson,
  listPersons,
  makeAddressPrimary,
  type Person,
  removeAddress,
  removePhone,
} from '../../contract/http-persons.ts'
import classes from './people-admin.module.css'

const phoneLabels = ['work', 'mobile', 'home', 'other'] as const
const refresh = [getPerson, listPersons]

/** How to reach somebody: addresses, of which one is written to, and telephone numbers. */
export function PersonReach({ person }: { person: Person }) {
  const { t } = useTranslation('peopleAdmin')
  const makePrimary = useSend(makeAddressPrimary, { refresh })
  const dropAddress = useSend(removeAddress, { refresh })
  const works = useSend(clearBounce, { refresh })
  const dropPhone = useSend(removePhone, { refresh })
  return (
    <>
      <fieldset className={manage.set}>
        <legend className={manage.legend}>{t('person.addresses')}</legend>
        <ul className={classes.rows}>
          {person.addresses.map((address) => (
            <li key={address.id} className={classes.row}>
              <span className={classes.grow}>
                {address.email}
                {address.bounced && (
                  <span className={classes.small} style={{ display: 'block' }}>
                    <IconMailX size={14} aria-hidden /> {t('person.bounced')} {address.bounced.reason}{' '}
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      onClick={() => works.mutate({ params: { id: person.id, addressId: address.id } })}
                    >
                      {t('person.works')}
                    </Button>
                  </span>
                )}
              </span>
              {address.primary ? (
                <Badge variant="light">{t('person.primary')}</Badge>
              ) : (
                <ActionIcon
                  aria-label={t('person.makePrimary', { email: address.email })}
                  title={t('person.makePrimary', { email: address.email })}
                  onClick={() => makePrimary.mutate({ params: { id: person.id, addressId: address.id } })}
                >
                  <IconStar size={16} />
                </ActionIcon>
              )}
              <ActionIcon
                aria-label={t('kit:remove', { name: address.email })}
                onClick={() => dropAddress.mutate({ params: { id: person.id, addressId: address.id } })}
              >
                <IconX size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <AddAddress id={person.id} />
      </fieldset>
      <fieldset className={manage.set} style={{ marginTop: 18 }}>
        <legend className={manage.legend}>{t('person.phones')}</legend>
        <ul className={classes.rows}>
          {person.phones.map((phone) => (
            <li key={phone.id} className={classes.row}>
              <span className={classes.grow}>{phone.number}</span>
              <span className={manage.small}>{t(`phone.${phone.label}`)}</span>
              <ActionIcon
                aria-label={t('kit:remove', { name: phone.number })}
                onClick={() => dropPhone.mutate({ params: { id: person.id, phoneId: phone.id } })}
              >
                <IconX size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <AddPhone id={person.id} />
      </fieldset>
    </>
  )
}

function AddAddress({ id }: { id: number }) {
  const { t } = useTranslation('peopleAdmin')
  const form = useForm({
    initial: { email: '' },
    check: ({ email }) => ({ ...(email.trim() ? {} : { email: t('kit:form.missing') }) }),
    submit: async ({ email }) => {
      await api(addAddress, { params: { id }, body: { email: email.trim() } })
      for (const endpoint of refresh) void stale(endpoint)
      setTimeout(() => form.reset())
    },
  })
  return (
    <form {...form.props}>
      <div className={classes.row} style={{ alignItems: 'flex-start' }}>
        <TextInput
          className={classes.grow}
          type="email"
          aria-label={t('person.newAddress')}
          placeholder={t('person.newAddress')}
          {...form.field('email')}
        />
        <Button type="submit" variant="default" loading={form.busy}>
          {t('add')}
        </Button>
      </div>
      <FormProblem problem={form.problem} />
    </form>
  )
}

function AddPhone({ id }: { id: number }) {
  const { t } = useTranslation('peopleAdmin')
  const form = useForm({
    initial: { number: '', label: 'work' as string },
    check: ({ number }) => ({ ...(number.trim() ? {} : { number: t('kit:form.missing') }) }),
    submit: async ({ number, label }) => {
      await api(addPhone, { params: { id }, body: { number: number.trim(), label: label as 'work' } })
      for (const endpoint of refresh) void stale(endpoint)
      setTimeout(() => form.reset())
    },
  })
  return (
    <form {...form.props}>
      <div className={classes.row} style={{ alignItems: 'flex-start' }}>
        <TextInput
          className={classes.grow}
          type="tel"
          aria-label={t('person.newPhone')}
          placeholder={t('person.newPhone')}
          {...form.field('number')}
        />
        <Select
          w={130}
          aria-label={t('phone.label')}
          allowDeselect={false}
          data={phoneLabels.map((label) => ({ value: label, label: t(`phone.${label}`) }))}
          {...form.field('label')}
        />
        <Button type="submit" variant="default" loading={form.busy}>
          {t('add')}
        </Button>
      </div>
      <FormProblem problem={form.problem} />
    </form>
  )
}
