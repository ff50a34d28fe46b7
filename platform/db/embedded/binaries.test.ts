import { execFileSync } from 'node:child_process'
import { cpSync, lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accountFor, mayEnter } from './account.ts'
import { findBinaries, runnableCopy } from './binaries.ts'

let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'deskhand-binaries-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

test('makes up for a postinstall script that npm refused to run', async () => {
  const installed = dirname(dirname((await findBinaries(home, null)).postgres))
  const bare = join(home, 'package', 'native')
  cpSync(installed, bare, { recursive: true, filter: (file) => !lstatSync(file).isSymbolicLink() })
  const dataDir = join(home, 'data')
  mkdirSync(dataDir)

  const copy = runnableCopy(bare, 'postgresql', dataDir, null)
  expect(copy).toBe(join(dataDir, 'postgresql'))
  expect(execFileSync(join(copy, 'bin', 'initdb'), ['--version'], { encoding: 'utf8' })).toMatch(
    /^initdb \(PostgreSQL\)/,
  )
  expect(runnableCopy(bare, 'postgresql', dataDir, null)).toBe(copy)
  expect(runnableCopy(copy, 'again', dataDir, null)).toBe(copy)
})

test('knows which folders another account can enter', () => {
  const account = { uid: 65534, gid: 65534, name: 'nobody' }
  const open = join(home, 'private', 'open')
  mkdirSync(open, { recursive: true, mode: 0o755 })
  // mkdtemp makes folders that only their owner may enter.
  expect(mayEnter(open, account)).toBe(false)
  expect(mayEnter(tmpdir(), account)).toBe(true)
  expect(mayEnter(open, null)).toBe(true)
})

test.runIf(process.getuid?.() === 0)('never runs PostgreSQL as root', () => {
  expect(accountFor(join(home, 'none'))?.uid).toBeGreaterThan(0)
})
