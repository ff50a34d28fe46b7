import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { sections } from './sections.ts'

/** The sections that the viewer may open, and of those the ones a search finds. */
export function useSections(search = '') {
  const { t } = useTranslation('admin')
  const { can } = useMe()
  const parts = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  return sections
    .filter((section) => can(section.needs))
    .filter(({ name }) => {
      const words = [`sections.${name}.title`, `sections.${name}.lead`, `words.${name}`].map((key) => t(key)).join(' ')
      return parts.every((part) => words.toLowerCase().includes(part))
    })
}
