import { lazyRouteComponent } from '@tanstack/react-router'
import { fetchPart } from '../../web-kit/app/fetch-part.ts'

/** A screen that is fetched when it is opened. */
export const lazyScreen = <T extends Record<string, unknown>, K extends keyof T & string>(
  load: () => Promise<T>,
  name: K,
) => lazyRouteComponent(() => fetchPart(load), name)
