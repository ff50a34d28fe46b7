import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { listSideConversations } from '../../contract/http.ts'
import classes from './side.module.css'
import { SideStrand } from './side-strand.tsx'
import './strings.ts'

/** What is asked outside about a ticket, each with its answers folded below it. Shows nothing where nothing was asked. */
export function SideConversations({ number }: { number: number }) {
  const { t } = useTranslation('side')
  const sides = useApi(listSideConversations, { params: { number } }, { live: [`ticket:${number}`] })
  const items = sides.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className={classes.strands} aria-labelledby="side-title">
      <h2 className={classes.title} id="side-title">
        {t('title')} <small>{t('hidden')}</small>
      </h2>
      {items.map((side) => (
        <SideStrand key={side.id} side={side} />
      ))}
    </section>
  )
}
