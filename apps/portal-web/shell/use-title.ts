import { useEffect } from 'react'
import { getDesk } from '../../../rooms/people/contract/http.ts'
import { useApi } from '../../../web-kit/api/use-api.ts'

/** Whose help desk this is; empty until it is known. */
export const useDeskName = () => useApi(getDesk, {}, { staleMs: Number.POSITIVE_INFINITY }).data?.organisationName ?? ''

/** The words in the browser's tab: the page, then whose desk. */
export function useTitle(title: string | undefined) {
  const name = useDeskName()
  useEffect(() => {
    document.title = [title, name].filter(Boolean).join(' · ')
  }, [title, name])
}
