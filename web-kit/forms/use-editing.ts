import { useNavigate, useSearch } from '@tanstack/react-router'

/** What is being edited beside a list, kept in the address (`?edit=7`, `?edit=new`), so that back closes it and a link opens it. */
export function useEditing() {
  const { edit } = useSearch({ strict: false }) as { edit?: string | number }
  const navigate = useNavigate()
  const go = (next: string | undefined) =>
    void navigate({ to: '.', search: ((before: object) => ({ ...before, edit: next })) as never })
  return {
    /** The id, `'new'`, or undefined while nothing is edited. */
    editing: edit === undefined ? undefined : edit === 'new' ? ('new' as const) : Number(edit),
    open: (id: number | 'new') => go(String(id)),
    // A form that was just saved counts as unsaved until it is drawn again; leaving waits for that.
    close: () => void setTimeout(() => go(undefined)),
  }
}
