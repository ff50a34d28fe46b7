import { webApp } from '../../web-kit/vite/config.ts'

export default webApp({ name: 'agent-web', base: '/desk/', budget: 280_000, port: 5173 })
