import { type ComponentType, createElement, lazy, type ReactNode, Suspense } from 'react'
import { fetchPart } from './fetch-part.ts'
import { PartBoundary } from './unreachable.tsx'

/**
 * A component that is fetched when first shown, for the public doors of rooms, so that importing a door does not fetch
 * everything behind it: `export const SignInPanel = lazyPart(() => import('./sign-in-panel.tsx'), 'SignInPanel')`.
 * While the desk is away its place says so, unless it is `silent`: a small thing that has no room for words.
 */
export function lazyPart<K extends string, P extends object>(
  load: () => Promise<Record<K, ComponentType<P>>>,
  name: K,
  waiting: ReactNode = null,
  silent?: 'silent',
): ComponentType<P> {
  const Part = lazy(async () => ({ default: (await fetchPart(load))[name] as ComponentType<object> }))
  return (props: P) => (
    <PartBoundary {...(silent ? { instead: waiting } : {})}>
      <Suspense fallback={waiting}>{createElement(Part, props)}</Suspense>
    </PartBoundary>
  )
}
