import { clinicalServices } from './services-clinical.ts'
import { generalServices } from './services-general.ts'
import type { ServiceSeed } from './shapes.ts'

export const services: ServiceSeed[] = [...clinicalServices, ...generalServices]
