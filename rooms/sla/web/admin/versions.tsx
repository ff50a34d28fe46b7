import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { Time } from '../../../../web-kit/ui/time.tsx'
import { listPolicyVersions, type PolicyContent, type TeamContent } from '../../contract/http.ts'
import classes from './admin.module.css'
import { usePolicyWords } from './use-policy-words.ts'

/** What a policy or agreement said at each of its versions, and who changed it when. */
export function Versions({ id }: { id: number }) {
  const { t } = useTranslation('slaAdmin')
  const words = usePolicyWords()
  const versions = useApi(listPolicyVersions, { params: { id } }).data?.items ?? []
  return (
    <ol className={classes.versions}>
      {versions.map((one) => {
        const content = one.content as PolicyContent | TeamContent
        return (
          <li key={one.number}>
            <b>{t('version', { version: one.number })}</b> · {one.by} · <Time at={one.at} />
            <p>
              {one.name}
              {'conditions' in content && ` · ${words.conditions(content)}`}
            </p>
            <p>{words.goals(content)}</p>
            <p>{words.counting(content)}</p>
          </li>
        )
      })}
    </ol>
  )
}
