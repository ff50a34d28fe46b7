import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import { Time } from '../../../../web-kit/ui/time.tsx'
import type { listLadderVersions, listProviderVersions, listScheduleVersions } from '../../contract/http.ts'
import classes from './admin.module.css'

type Endpoint = typeof listScheduleVersions | typeof listLadderVersions | typeof listProviderVersions

interface Props<D> {
  endpoint: Endpoint
  id: number
  words: (doc: D) => string
}

/** Every version that was saved, by whom and when. */
export function Versions<D>(props: Props<D>) {
  const { t } = useTranslation('oncallAdmin')
  return (
    <Folding title={t('versions')} open={false}>
      <List {...props} />
    </Folding>
  )
}

function List<D>({ endpoint, id, words }: Props<D>) {
  const { t } = useTranslation('oncallAdmin')
  const versions = useApi(endpoint as typeof listScheduleVersions, { params: { id } }).data?.items ?? []
  return (
    <ol className={classes.versions}>
      {versions.map((one) => (
        <li key={one.version}>
          <b>{t('version', { version: one.version })}</b> · {one.savedBy} · <Time at={one.savedAt} />
          <p>
            {one.name}: {words(one.doc as D)}
          </p>
        </li>
      ))}
    </ol>
  )
}
