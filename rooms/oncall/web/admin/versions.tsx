import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { VersionList } from '../../../../web-kit/manage/version-list.tsx'
import { Folding } from '../../../../web-kit/ui/folding.tsx'
import type { listLadderVersions, listProviderVersions, listScheduleVersions } from '../../contract/http.ts'

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
    <VersionList
      versions={versions}
      head={(one) => ({
        key: one.version,
        label: t('version', { version: one.version }),
        by: one.savedBy,
        at: one.savedAt,
      })}
    >
      {(one) => (
        <p>
          {one.name}: {words(one.doc as D)}
        </p>
      )}
    </VersionList>
  )
}
