import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { addPaletteSource } from '../../../../web-kit/palette/registry.ts'
import './strings.ts'
import { useFindSections } from './use-sections.ts'

/** Lets the command palette find every section of the administration once something is typed. Renders nothing. */
export function AdminCommands() {
  const { t } = useTranslation('admin')
  const navigate = useNavigate()
  const find = useFindSections()
  const latest = useRef({ navigate, find, t })
  latest.current = { navigate, find, t }
  const title = t('title')
  useEffect(
    () =>
      addPaletteSource({
        id: 'admin',
        title,
        search: async (query) =>
          latest.current.find(query).map(({ name, icon: Icon }) => ({
            id: `admin-${name}`,
            label: latest.current.t(`sections.${name}.title`),
            icon: <Icon size={17} stroke={1.75} />,
            run: () => void latest.current.navigate({ to: `/desk/admin/${name}` as string }),
          })),
      }),
    [title],
  )
  return null
}
