import { webApp } from '../../web-kit/vite/config.ts'

export default webApp({ name: 'portal-web', base: '/', port: 5174 })
