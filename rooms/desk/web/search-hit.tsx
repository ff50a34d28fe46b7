import { useTranslation } from 'react-i18next'
import { PriorityIcon } from '../../../web-kit/ui/priority.tsx'
import { StatusIcon } from '../../../web-kit/ui/status.tsx'
import { Time } from '../../../web-kit/ui/time.tsx'
import { MergedMark } from '../../ticket/web/index.ts'
import type { TicketHit } from '../contract/http.ts'
import { Highlighted } from './highlighted.tsx'
import classes from './search-panel.module.css'

interface Props {
  hit: TicketHit
  href: string
  onOpen: () => void
  onPrefetch: () => void
}

/** A ticket that was found, with the passage that matches. */
export function SearchHit({ hit, href, onOpen, onPrefetch }: Props) {
  const { t } = useTranslation('desk')
  const { snippet } = hit
  return (
    <a
      href={href}
      className={classes.hit}
      onMouseEnter={onPrefetch}
      onFocus={onPrefetch}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        onOpen()
      }}
    >
      <span className={classes.line}>
        <PriorityIcon priority={hit.priority} />
        <span className={classes.number}>#{hit.number}</span>
        <StatusIcon status={hit.status} />
        <span className={classes.subject}>
          <Highlighted segments={hit.subjectSegments} />
          {hit.mergedInto !== null && <MergedMark into={hit.mergedInto} />}
        </span>
        <Time at={hit.updatedAt} quiet />
      </span>
      <span className={classes.dim}>
        {[hit.requester.name, hit.team?.name, hit.assignee?.name].filter(Boolean).join(' · ')}
      </span>
      {snippet && (
        <span className={classes.snippet} data-note={snippet.kind === 'note' || undefined}>
          <span className={classes.dim}>
            {t(snippet.kind === 'note' ? 'search.noteBy' : 'search.messageBy', { name: snippet.author })}
          </span>{' '}
          <Highlighted segments={snippet.segments} />
        </span>
      )}
    </a>
  )
}
