import type { AnyEndpoint, ParamsOf } from '../api/contract.ts'
import { useSend } from '../api/use-send.ts'
import { toast } from '../ui/toast.tsx'
import type { Removing } from './record-form.tsx'

interface RemoveOptions<E> extends Pick<Removing, 'label' | 'ask'> {
  params: ParamsOf<E>
  refresh: readonly AnyEndpoint[]
  /** What the toast says, and how it can be undone where it can. */
  done: string
  undo?: () => void
  onDone: () => void
}

/** Removing a thing from its own form; give the result to `RecordForm`. */
export function useRemove<E extends AnyEndpoint>(endpoint: E, options: RemoveOptions<E>): Removing {
  const { params, refresh, done, undo, onDone, ...words } = options
  const remove = useSend<E>(endpoint, {
    refresh,
    onDone: () => {
      toast.done(done, undo ? { undo } : {})
      onDone()
    },
  })
  return { ...words, busy: remove.isPending, run: () => remove.mutate({ params } as never) }
}
