import { webApp } from '../../web-kit/vite/config.ts'

export default webApp({ name: 'portal-web', base: '/', budget: 160_000, port: 5174 })
