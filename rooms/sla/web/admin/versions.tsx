import { useTranslation } from 'react-i18next'
import { useApi } from '../../../../web-kit/api/use-api.ts'
import { VersionList } from '../../../../web-kit/manage/version-list.tsx'
import {
  listPolicies,
  listPolicyVersions,
  listTeamAgreements,
  type PolicyContent,
  restorePolicyVersion,
  type TeamContent,
} from '../../contract/http.ts'
import { usePolicyWords } from './use-policy-words.ts'

/** What a policy or agreement said at each of its versions, and who changed it when. */
export function Versions({ id, onDone }: { id: number; onDone: () => void }) {
  const { t } = useTranslation('slaAdmin')
  const words = usePolicyWords()
  const versions = useApi(listPolicyVersions, { params: { id } }).data?.items ?? []
  return (
    <VersionList
      versions={versions}
      restoring={{
        endpoint: restorePolicyVersion,
        params: { id },
        refresh: [listPolicies, listTeamAgreements, listPolicyVersions],
        onDone,
      }}
      head={(one) => ({ key: one.number, label: t('version', { version: one.number }), by: one.by, at: one.at })}
    >
      {(one) => {
        const content = one.content as PolicyContent | TeamContent
        return (
          <>
            <p>
              {one.name}
              {'conditions' in content && ` · ${words.conditions(content)}`}
            </p>
            <p>{words.goals(content)}</p>
            <p>{words.counting(content)}</p>
          </>
        )
      }}
    </VersionList>
  )
}
