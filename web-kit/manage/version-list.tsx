import type { ReactNode } from 'react'
import { Time } from '../ui/time.tsx'
import classes from './manage.module.css'
import { RestoreVersion, type Restoring } from './restore-version.tsx'

interface Props<V> {
  versions: readonly V[]
  /** Which it is, as "Version 3"; who saved it and when. */
  head: (version: V) => { key: number; label: string; by: string; at: string }
  /** Lets one that was before hold again. */
  restoring?: Restoring | undefined
  /** What it said. */
  children: (version: V) => ReactNode
}

/** Every version of something that was saved, the newest first. */
export function VersionList<V>({ versions, head, restoring, children }: Props<V>) {
  const newest = versions[0] && head(versions[0]).key
  return (
    <ol className={classes.versions}>
      {versions.map((version) => {
        const { key, label, by, at } = head(version)
        return (
          <li key={key}>
            <div className={classes.versionHead}>
              <span>
                <b>{label}</b> · {by} · <Time at={at} />
              </span>
              {restoring && newest !== undefined && key !== newest && (
                <RestoreVersion {...restoring} version={key} current={newest} />
              )}
            </div>
            {children(version)}
          </li>
        )
      })}
    </ol>
  )
}
