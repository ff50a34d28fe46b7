import { type ComponentType, createElement, lazy, type ReactNode, Suspense } from 'react'

/**
 * A component that is fetched when first shown, for the public doors of rooms, so that importing a door does not fetch
 * everything behind it: `export const SignInPanel = lazyPart(() => import('./sign-in-panel.tsx'), 'SignInPanel')`.
 */
export function lazyPart<K extends string, P extends object>(
  load: () => Promise<Record<K, ComponentType<P>>>,
  name: K,
  waiting: ReactNode = null,
): ComponentType<P> {
  const Part = lazy(async () => ({ default: (await load())[name] as ComponentType<object> }))
  return (props: P) => createElement(Suspense, { fallback: waiting }, createElement(Part, props))
}
