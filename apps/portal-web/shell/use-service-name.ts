import { useTranslation } from 'react-i18next'
import { listServices, nameIn } from '../../../rooms/catalog/contract/http.ts'
import { useApi } from '../../../web-kit/api/use-api.ts'

/** The name of a ticket's service in the reader's language; as the ticket has it, for services not offered any more. */
export function useServiceName() {
  const { i18n } = useTranslation()
  const services = useApi(listServices, { query: { active: true } }, { staleMs: 60_000 }).data?.items
  return (service: { id: number; name: string } | null | undefined) => {
    const known = services?.find((one) => one.id === service?.id)
    return known ? nameIn(known, i18n.language) : service?.name
  }
}
