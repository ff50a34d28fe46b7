import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'

const space = <span style={{ display: 'inline-block', width: 22, height: 22 }} />

/** The picture of a service by its name in the catalogue. The pictures are fetched apart: nothing waits for them. */
export const ServiceIcon = lazyPart(() => import('./service-icons.tsx'), 'DrawnServiceIcon', space, 'silent')
