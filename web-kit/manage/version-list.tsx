import type { ReactNode } from 'react'
import { Time } from '../ui/time.tsx'
import classes from './manage.module.css'

interface Props<V> {
  versions: readonly V[]
  /** Which it is, as "Version 3"; who saved it and when. */
  head: (version: V) => { key: number; label: string; by: string; at: string }
  /** What it said. */
  children: (version: V) => ReactNode
}

/** Every version of something that was saved, the newest first. */
export function VersionList<V>({ versions, head, children }: Props<V>) {
  return (
    <ol className={classes.versions}>
      {versions.map((version) => {
        const { key, label, by, at } = head(version)
        return (
          <li key={key}>
            <b>{label}</b> · {by} · <Time at={at} />
            {children(version)}
          </li>
        )
      })}
    </ol>
  )
}
