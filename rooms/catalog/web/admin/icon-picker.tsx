import { Input, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DrawnServiceIcon, serviceIconNames } from '../service-icons.tsx'
import classes from './catalog-admin.module.css'

interface Props {
  value: string
  onChange: (icon: string) => void
}

/** One of the pictures, as a group of radio buttons. */
export function IconPicker({ value, onChange }: Props) {
  const { t } = useTranslation('catalogAdmin')
  return (
    <Input.Wrapper label={t('service.icon')} labelElement="div">
      <div role="radiogroup" aria-label={t('service.icon')} className={classes.icons}>
        {serviceIconNames.map((name) => (
          <UnstyledButton
            key={name}
            role="radio"
            aria-checked={name === value}
            aria-label={name.replaceAll('-', ' ')}
            title={name.replaceAll('-', ' ')}
            className={classes.icon}
            onClick={() => onChange(name)}
          >
            <DrawnServiceIcon name={name} size={18} />
          </UnstyledButton>
        ))}
      </div>
    </Input.Wrapper>
  )
}
