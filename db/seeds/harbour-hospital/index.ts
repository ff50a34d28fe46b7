import type { World } from '../desk.ts'
import { loadHospital } from './load/index.ts'
import { demoAccounts, demoPassword, people } from './people.ts'

export const harbourHospital: World = {
  load: (desk, options, say) => loadHospital(desk, options.base ?? new Date(), options.password ?? demoPassword, say),
  isLoaded: async (db) =>
    (await db
      .selectFrom('people.personAddress')
      .select('id')
      .where('email', '=', 'niamh.gallagher@harbour-hospital.example')
      .executeTakeFirst()) !== undefined,
  accounts: demoAccounts.map(({ person: key, as }) => {
    const person = people.find((one) => one.key === key)
    return { name: person?.name ?? key, email: person?.email ?? '', password: demoPassword, role: as }
  }),
}
