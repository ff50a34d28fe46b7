import { webApp } from '../../web-kit/vite/config.ts'

export default webApp({ name: 'agent-web', base: '/desk/', port: 5173 })
