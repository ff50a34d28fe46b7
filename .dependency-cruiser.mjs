import { order } from './rooms/order.ts'

/** The law of the house, derived from rooms/order.ts: imports go left, through public doors only. */
const doors = '(contract/[^/]+|server/index|web/index|testkit/index)\\.(ts|tsx)$'
const tests = '\\.test\\.(ts|tsx)$'

function roomRules() {
  return order.flatMap((rank, index) => {
    const notLeft = order.slice(index).flat()
    return rank.map((room) => ({
      name: `${room}-imports-left-only`,
      severity: 'error',
      from: { path: `^rooms/${room}/` },
      to: { path: `^rooms/(${notLeft.filter((other) => other !== room).join('|')})/` },
    }))
  })
}

export default {
  forbidden: [
    ...roomRules(),
    {
      name: 'rooms-have-doors',
      comment: 'Another room, or an app, is entered through its public doors only.',
      severity: 'error',
      from: { path: '^(?:rooms/([^/]+)|apps)/' },
      to: { path: '^rooms/[^/]+/', pathNot: [`^rooms/$1/`, `^rooms/[^/]+/${doors}`, '^rooms/order\\.ts$'] },
    },
    {
      name: 'contract-imports-contracts',
      severity: 'error',
      from: { path: '^rooms/[^/]+/contract/' },
      to: {
        path: '^(rooms|platform|web-kit|apps|db)/',
        pathNot: '(/contract/|^platform/.*/?(contract|schemas|ability)\\.ts$)',
      },
    },
    {
      name: 'web-not-server',
      severity: 'error',
      from: { path: '^(rooms/[^/]+/web|web-kit|apps/[^/]+-web)/', pathNot: tests },
      to: {
        path: '^(rooms/[^/]+/server|apps/server|apps/cli|platform)/',
        pathNot: '^platform/.*(contract|schemas|ability)\\.ts$',
      },
    },
    {
      name: 'server-not-web',
      severity: 'error',
      from: { path: '^(rooms/[^/]+/server|platform|apps/server)/', pathNot: tests },
      to: { path: '^(rooms/[^/]+/web|web-kit|apps/[^/]+-web)/' },
    },
    {
      name: 'ground-knows-no-room',
      severity: 'error',
      from: { path: '^(platform|web-kit)/' },
      to: { path: '^(rooms|apps)/' },
    },
    {
      name: 'nobody-imports-an-app',
      comment: 'Tests may start the whole desk; the worlds are loaded through it.',
      severity: 'error',
      from: { path: '^(rooms|platform|web-kit|db)/', pathNot: tests },
      to: { path: '^apps/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '^node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|data)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
