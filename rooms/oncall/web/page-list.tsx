import { useTranslation } from 'react-i18next'
import { useApi } from '../../../web-kit/api/use-api.ts'
import { Folding } from '../../../web-kit/ui/folding.tsx'
import { listPages, type OnCallPage } from '../contract/http.ts'
import classes from './oncall.module.css'
import { PageCard, waits } from './page-card.tsx'

const mostPast = 20

/** What waits for somebody, and below it what was. */
export function PageList() {
  const { t } = useTranslation('oncall')
  const read = useApi(listPages, {}, { everyMs: 20_000, live: ['ticket:*'] })
  if (!read.data) return null
  const open = read.data.items.filter(waits)
  const past = read.data.items.filter((page) => !waits(page)).slice(0, mostPast)
  return (
    <>
      {open.length === 0 && <p className={classes.dim}>{t(past.length === 0 ? 'noPages' : 'noOpenPages')}</p>}
      <Cards pages={open} />
      {past.length > 0 && (
        <Folding title={t('pastPages', { count: past.length })} open={open.length === 0}>
          <div className={classes.past}>
            <Cards pages={past} />
          </div>
        </Folding>
      )}
    </>
  )
}

const Cards = ({ pages }: { pages: readonly OnCallPage[] }) =>
  pages.map((page) => <PageCard key={page.id} page={page} linked />)
