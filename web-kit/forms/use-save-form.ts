import { useEffect, useRef, useState } from 'react'
import type { AnyEndpoint } from '../api/contract.ts'
import { isProblem } from '../api/problem.ts'
import { stale } from '../api/use-api.ts'
import { toast } from '../ui/toast.tsx'
import { type FormOptions, useForm } from './use-form.ts'
import { useUnsavedGuard } from './use-unsaved-guard.ts'

export interface SaveFormOptions<V, T> extends Omit<FormOptions<V>, 'submit'> {
  /** Of the thing that is changed; undefined for a new one. */
  version?: number | undefined
  /** Sends the values; spread `matching` into the call, it holds the version they were begun on. */
  save: (values: V, matching: { ifMatch?: number }) => Promise<T>
  /** Read again afterwards. */
  refresh: readonly AnyEndpoint[]
  /** What the toast says. */
  done: (saved: T) => string
  onDone?: (saved: T) => void
}

/**
 * A form that makes or changes one thing. It guards what is not saved, follows the thing while nothing is typed, and when
 * somebody else was faster (412) keeps what was typed and offers both ways on; `RecordForm` draws that.
 */
export function useSaveForm<V extends object, T>(options: SaveFormOptions<V, T>) {
  const { version, save, refresh, done, onDone } = options
  const base = useRef(version)
  const [theirs, setTheirs] = useState<number>()
  const [adopting, setAdopting] = useState(false)
  const [taken, setTaken] = useState(0)
  const form = useForm<V>({
    ...options,
    submit: async (values) => {
      setTheirs(undefined)
      const saved = await save(values, base.current === undefined ? {} : { ifMatch: base.current }).catch(
        (error: unknown) => {
          if (isProblem(error) && error.status === 412) setTheirs(versionOf(error.body.current))
          throw error
        },
      )
      base.current = versionOf(saved) ?? base.current
      for (const endpoint of refresh) void stale(endpoint)
      toast.done(done(saved))
      // The form counts as unsaved until it is drawn again; whatever leaves the page waits for that.
      setTimeout(() => onDone?.(saved))
    },
  })
  useUnsavedGuard(form.dirty && !form.busy)

  const follow = () => {
    base.current = version
    setTaken((before) => before + 1)
    setAdopting(false)
    setTheirs(undefined)
    form.reset()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a newer version of the thing matters
  useEffect(() => {
    if (version !== undefined && version !== base.current && (adopting || !form.dirty)) follow()
  }, [version, adopting])

  return {
    ...form,
    /** Counts how often the values were taken over from a newer version; a key for fields that keep their own text. */
    taken,
    /** Set while the server refused because somebody else was faster. */
    conflict: theirs === undefined ? undefined : { overwrite, adopt },
  }

  function overwrite() {
    base.current = theirs
    void form.submit()
  }
  function adopt() {
    setAdopting(true)
    for (const endpoint of refresh) void stale(endpoint)
  }
}

const versionOf = (thing: unknown) => (thing as { version?: number } | undefined)?.version
