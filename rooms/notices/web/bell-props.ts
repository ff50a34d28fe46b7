export interface BellProps {
  personId: number | undefined
  hrefOf: (ticket: number) => string
  /** Goes there without loading the page anew. */
  onOpen: (href: string) => void
  settingsHref: string
}
