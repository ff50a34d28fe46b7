import { afterAll, expect, test } from 'vitest'
import { startCli } from './testkit.ts'

const cli = startCli()

afterAll(() => cli.stop())

test('takes a message from a pipe and answers with the codes that mail servers understand', async () => {
  const message = 'From: ana@x.example\r\nSubject: Piped\r\n\r\nHello'
  expect(await cli.run(['deliver'], { stdin: message })).toMatchObject({
    code: 75,
    stderr: expect.stringContaining('There is no desk in'),
  })
  expect(await cli.run(['migrate'])).toMatchObject({ code: 0 })
  expect(await cli.run(['deliver', '--to', 'support@x.example'], { stdin: message })).toMatchObject({
    code: 0,
    stdout: '',
  })
  expect(await cli.run(['deliver'], { stdin: '' })).toMatchObject({
    code: 65,
    stderr: expect.stringContaining('empty'),
  })
  expect(await cli.run(['deliver', '--nobody'], { stdin: message })).toMatchObject({ code: 64 })
  const env = { DATABASE_URL: 'postgres://localhost:1/desk' }
  expect(await cli.run(['deliver'], { stdin: message, env })).toMatchObject({ code: 75 })
}, 300_000)
