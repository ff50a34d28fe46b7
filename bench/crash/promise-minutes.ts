import type { HttpClient, Reply } from '../product/speak-http.ts'

/** Fractions of the one minute that is promised, far enough apart that none is overtaken by the next. */
export const warnAt = [25, 50, 75]
/** At this one leads are told and somebody is paged. */
export const pagedAt = 75

function done({ status, body }: Reply) {
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** A desk that promises a first answer within a minute, and lets a trigger tell leads and page when most of it is over. */
export async function promiseMinutes(http: HttpClient): Promise<void> {
  const team = done(await http.post('/api/v1/teams', { name: 'Service Desk', tier: 1 }))
  const roles = done(await http.get('/api/v1/roles')).items as { id: number; builtIn: string | null }[]
  const add = async (name: string, builtIn: string) =>
    done(
      await http.post('/api/v1/persons', {
        name,
        email: `${builtIn}@crash.example`,
        roleId: roles.find((role) => role.builtIn === builtIn)?.id,
      }),
    ).id as number
  const lead = await add('Lena Lead', 'lead')
  const called = await add('Tina Technician', 'technician')
  done(await http.put(`/api/v1/teams/${team.id}/members/${lead}`, { lead: true }))
  done(await http.put(`/api/v1/teams/${team.id}/members/${called}`, {}))
  const ladder = done(
    await http.post('/api/v1/on-call/ladders', {
      name: 'Whoever is there',
      doc: {
        steps: [
          { to: { kind: 'person', personId: called }, ways: ['mail', 'push'], providerId: null, thenAfterMinutes: 60 },
        ],
        rounds: 1,
      },
    }),
  )
  const always = (done(await http.get('/api/v1/calendars')).items as Calendar[]).find((one) => one.content.alwaysOpen)
  const goals = { firstResponse: 1, nextUpdate: null, resolution: null }
  done(
    await http.post('/api/v1/sla-policies', {
      name: 'A minute',
      active: true,
      content: {
        conditions: {},
        calendarId: always?.id ?? null,
        goals: { critical: goals, high: goals, moderate: goals, low: goals },
        pauseOn: [],
        warnAt,
        reopening: 'continue',
      },
    }),
  )
  done(
    await http.post('/api/v1/escalation-triggers', {
      name: 'Nearly over',
      active: true,
      rule: {
        when: { kind: 'sla', percent: pagedAt },
        only: {},
        tell: { leads: true, persons: [], roleId: null, ladderId: ladder.id },
      },
    }),
  )
}

interface Calendar {
  id: number
  content: { alwaysOpen: boolean }
}
