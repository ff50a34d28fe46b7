import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { go } from './router.ts'

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
}

/** A link within the portal: a real one, so that a new tab, copying and reading aloud work; a plain press loads nothing. */
export function Link({ href, onClick, ...rest }: Props) {
  const press = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(href)
  }
  return <a href={href} onClick={press} {...rest} />
}
