let open: (() => void) | undefined

/** Opens the overview of shortcuts, from a menu. */
export const openShortcutHelp = () => open?.()
export const onOpenHelp = (opener: () => void) => {
  open = opener
}
