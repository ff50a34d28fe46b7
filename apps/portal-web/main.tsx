import { mountApp } from '../../web-kit/app/mount.tsx'

mountApp(<main />, { place: 'portal' })
