import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Persona, startDesk, type TestDesk } from '../../../apps/server/testkit.ts'

let desk: TestDesk
let admin: Persona

/** The memory of actors goes by the time of the process, not of the desk. */
let nowMs = 1_000_000
vi.spyOn(performance, 'now').mockImplementation(() => nowMs)

beforeAll(async () => {
  desk = await startDesk()
  admin = await desk.as('administrator')
})
afterAll(() => desk.stop())

describe('a remembered actor', () => {
  it('saves the look-up for two seconds, and no longer', async () => {
    const technician = await desk.as('technician')
    nowMs += 5000
    expect((await technician.get('/api/v1/persons')).status).toBe(200)
    await desk.db.updateTable('people.person').set({ active: false }).where('id', '=', technician.id).execute()
    expect((await technician.get('/api/v1/persons')).status).toBe(200)
    nowMs += 2001
    expect((await technician.get('/api/v1/persons')).status).toBe(401)
  })

  it('is forgotten at once with every change through the desk', async () => {
    const technician = await desk.as('technician')
    nowMs += 5000
    expect((await technician.get('/api/v1/persons')).status).toBe(200)
    expect((await admin.delete(`/api/v1/persons/${technician.id}/activation`)).status).toBe(200)
    expect((await technician.get('/api/v1/persons')).status).toBe(401)
  })

  it('is not remembered anew right after a change, by a request that was already on its way', async () => {
    const technician = await desk.as('technician')
    nowMs += 5000
    await admin.patch(`/api/v1/persons/${technician.id}`, { location: 'Ward 4' })
    expect((await technician.get('/api/v1/persons')).status).toBe(200)
    await desk.db.updateTable('people.person').set({ active: false }).where('id', '=', technician.id).execute()
    expect((await technician.get('/api/v1/persons')).status).toBe(401)
  })
})
