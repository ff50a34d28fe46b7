import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../rooms/people/web/index.ts'
import { sections } from './sections.ts'

/** Finds among the sections that the viewer may open those whose words contain all that is typed. */
export function useFindSections() {
  const { t } = useTranslation('admin')
  const { can } = useMe()
  return (search: string) => {
    const parts = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
    return sections
      .filter((section) => can(section.needs))
      .filter(({ name }) => {
        const keys = [`sections.${name}.title`, `sections.${name}.lead`, `words.${name}`]
        const words = keys
          .map((key) => t(key))
          .join(' ')
          .toLowerCase()
        return parts.every((part) => words.includes(part))
      })
  }
}

export const useSections = (search = '') => useFindSections()(search)
