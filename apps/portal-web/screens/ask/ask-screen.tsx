import { useTranslation } from 'react-i18next'
import { getForm, getService, listServices } from '../../../../rooms/catalog/contract/http.ts'
import { isProblem } from '../../../../web-kit/api/problem.ts'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { ErrorState, TextSkeleton } from '../../../../web-kit/ui/states.tsx'
import { Link } from '../../shell/link.tsx'
import { Lost } from '../../shell/lost.tsx'
import { PageTitle } from '../../shell/page-title.tsx'
import { usePlace } from '../../shell/router.ts'
import { ServicesGrid } from '../../shell/services-grid.tsx'
import { AskForm } from './ask-form.tsx'
import classes from './ask-screen.module.css'

/** Asking for help: first what it is about, then its form. Service 0 is "something else": the plain form. */
export function AskScreen({ serviceId }: { serviceId?: number }) {
  const subject = usePlace().query.get('subject') ?? ''
  if (serviceId === undefined) return <ChooseService subject={subject} />
  return <AskFor serviceId={serviceId} subject={subject} />
}

function ChooseService({ subject }: { subject: string }) {
  const { t } = useTranslation('portal')
  const services = useApi(listServices, { query: { active: true } }, { staleMs: 60_000 })
  return (
    <>
      <PageTitle lead={subject ? `“${subject}”` : t('ask.chooseLead')}>{t('ask.choose')}</PageTitle>
      {services.isPending ? (
        <TextSkeleton lines={8} />
      ) : services.error ? (
        <ErrorState error={services.error} retry={services.refetch} />
      ) : (
        <ServicesGrid services={services.data.items.filter((service) => service.inPortal)} subject={subject} />
      )}
    </>
  )
}

function AskFor({ serviceId, subject }: { serviceId: number; subject: string }) {
  const { t } = useTranslation('portal')
  const some = serviceId > 0
  const service = useApi(getService, { params: { id: serviceId } }, { enabled: some })
  const form = useApi(getForm, { params: { id: serviceId }, query: {} }, { enabled: some })
  const failed = service.error ?? form.error
  const back = subject ? `/ask?subject=${encodeURIComponent(subject)}` : '/ask'
  if (Number.isNaN(serviceId) || (isProblem(failed) && failed.status === 404)) return <Lost />
  return (
    <div className={classes.narrow}>
      <p className={classes.back}>
        <Link href={back}>{t('ask.back')}</Link>
      </p>
      {failed ? (
        <ErrorState page error={failed} retry={() => void Promise.all([service.refetch(), form.refetch()])} />
      ) : some && !(service.data && form.data) ? (
        <TextSkeleton lines={8} />
      ) : (
        <AskForm service={service.data} fields={form.data?.fields ?? []} subject={subject} />
      )}
    </div>
  )
}
