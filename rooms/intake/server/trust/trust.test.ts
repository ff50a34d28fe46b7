import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth'
import { afterEach, describe, expect, test } from 'vitest'
import { aRawMail, dnsTable } from '../../testkit/index.ts'
import { parseMail } from '../parse/parse-mail.ts'
import { checkSender } from './check-sender.ts'
import { type Handed, handingHop } from './handing-hop.ts'
import { lookUp, setLookUp } from './look-up.ts'
import { isInNetworks } from './networks.ts'
import { readAuthenticationResults } from './read-authentication-results.ts'
import { spamVerdict } from './spam-verdict.ts'
import { subjectKey } from './subject-key.ts'
import { nothing, verdictOf } from './verdict.ts'

afterEach(() => setLookUp())

const mailOf = (head: Record<string, string> | [string, string][], body = 'Hello') => {
  const lines = (Array.isArray(head) ? head : Object.entries(head)).map(([name, value]) => `${name}: ${value}\r\n`)
  return parseMail(Buffer.from(`${lines.join('')}\r\n${body}`))
}

describe('networks', () => {
  test.each([
    ['127.0.0.1', ['loopback'], true],
    ['::1', ['loopback'], true],
    ['::ffff:127.0.0.1', ['loopback'], true],
    ['10.1.2.3', ['private'], true],
    ['10.1.2.3', ['10.1.0.0/16'], true],
    ['10.2.2.3', ['10.1.0.0/16'], false],
    ['192.0.2.7', ['192.0.2.7'], true],
    ['192.0.2.8', ['192.0.2.7, 192.0.2.8'], true],
    ['2001:db8::5', ['2001:db8::/32'], true],
    ['203.0.113.1', [], false],
    ['mail.example.org', ['loopback'], false],
    ['203.0.113.1', ['0.0.0.0/33', 'nonsense', '203.0.113.1/x'], false],
  ])('%s in %j: %s', (address, networks, expected) => expect(isInNetworks(address, networks)).toBe(expected))
})

describe('the hop that handed it over', () => {
  const received = (from: string) => `from ${from} by mx.desk.example with ESMTPS id 1; Mon, 2 Mar 2026 09:00:00 +0000`
  const smtp = (remote: string): Handed => ({ door: 'smtp', remote, envelopeFrom: 'a@x.example' })
  test.each<[string, Handed, string[], { trusted: boolean; ip: string | undefined; sender: string | null }]>([
    [
      'a stranger says nothing that is believed',
      smtp('203.0.113.9'),
      [received('forged.example (x [198.51.100.1])')],
      { trusted: false, ip: '203.0.113.9', sender: 'a@x.example' },
    ],
    [
      'a relay of the house',
      smtp('127.0.0.1'),
      [received('mail.x.example (mail.x.example [198.51.100.1])')],
      { trusted: true, ip: '198.51.100.1', sender: 'a@x.example' },
    ],
    [
      'two relays of the house',
      smtp('127.0.0.1'),
      [received('inner (localhost [127.0.0.1])'), received('mail.x.example ([198.51.100.2])')],
      { trusted: true, ip: '198.51.100.2', sender: 'a@x.example' },
    ],
    [
      'a container between says nothing',
      smtp('172.17.0.1'),
      [],
      { trusted: false, ip: undefined, sender: 'a@x.example' },
    ],
    [
      'a submission from within',
      smtp('127.0.0.1'),
      [received('pc (pc [192.168.3.4])')],
      { trusted: true, ip: undefined, sender: 'a@x.example' },
    ],
    [
      'a pipe',
      { door: 'pipe', remote: '', envelopeFrom: '' },
      [received('mail.x.example (mail.x.example [IPv6:2001:db8::9])')],
      { trusted: true, ip: '2001:db8::9', sender: null },
    ],
    [
      'no Received at all',
      { door: 'api', remote: '198.51.100.7', envelopeFrom: '' },
      [],
      { trusted: true, ip: undefined, sender: null },
    ],
  ])('%s', (_name, handed, fields, expected) => {
    const mail = mailOf([...fields.map((field) => ['Received', field] as [string, string]), ['From', 'a@x.example']])
    const hop = handingHop(mail, handed, ['loopback'])
    expect({ trusted: hop.trusted, ip: hop.peer?.ip, sender: hop.sender }).toEqual(expected)
  })
})

describe('Authentication-Results', () => {
  const google =
    'mx.google.com; dkim=pass header.i=@x.example header.s=s1 header.b=abc; spf=pass (google.com: domain of a@x.example designates 192.0.2.1 as permitted sender) smtp.mailfrom=a@x.example; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=x.example'
  const microsoft =
    'spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=x.example; dkim=fail (body hash did not verify) header.d=x.example;dmarc=bestguesspass action=none header.from=x.example;compauth=pass reason=109'
  test.each<[string, string[], string[], unknown]>([
    ['Google', [google], ['mx.google.com'], { spf: 'pass x.example', dkim: 'pass x.example', dmarc: 'pass x.example' }],
    [
      'Microsoft, without a name',
      [microsoft],
      ['none'],
      { spf: 'pass x.example', dkim: 'fail x.example', dmarc: 'none x.example' },
    ],
    ['a name nobody trusts', [google], ['mx.example.org'], null],
    ['no name is trusted', [google, microsoft], [], null],
    [
      'the topmost of the name counts',
      ['mx.a; dmarc=fail header.from=x.example', 'mx.a; dmarc=pass header.from=x.example'],
      ['mx.a'],
      { dmarc: 'fail x.example' },
    ],
    [
      'a comment that lies',
      ['mx.a; spf=none (; dmarc=pass header.from=x.example (really)) smtp.mailfrom=x.example'],
      ['mx.a'],
      { spf: 'none x.example' },
    ],
    [
      'a quoted value that lies',
      ['mx.a; spf=fail smtp.mailfrom="a; dmarc=pass"@x.example'],
      ['mx.a'],
      { spf: 'fail x.example' },
    ],
    ['a version, and case', ['MX.A 1; DKIM=Pass header.d=X.Example'], ['mx.a'], { dkim: 'pass x.example' }],
    [
      'one good signature among several',
      ['mx.a; dkim=fail header.d=y.example; dkim=pass header.d=x.example'],
      ['mx.a'],
      { dkim: 'pass x.example' },
    ],
    ['nothing was checked', ['mx.a; none'], ['mx.a'], {}],
    [
      'another name below',
      ['evil.example; dmarc=pass header.from=x.example', 'mx.a; dmarc=fail header.from=x.example'],
      ['mx.a'],
      { dmarc: 'fail x.example' },
    ],
  ])('%s', (_name, fields, ids, expected) => {
    const read = readAuthenticationResults(fields, ids)
    const short =
      read &&
      Object.fromEntries(
        Object.entries(read).flatMap(([method, check]) => (check ? [[method, `${check.result} ${check.domain}`]] : [])),
      )
    expect(short).toEqual(expected)
  })
})

describe('the verdict', () => {
  const check = (result: 'pass' | 'fail' | 'none' | 'softfail', domain: string | null = 'x.example') => ({
    result,
    domain,
    detail: null,
  })
  const about = { fromDomain: 'x.example', sealerTrusted: false, spfKnown: true }
  const all = { spf: nothing, dkim: nothing, dmarc: nothing, arc: nothing }
  test.each([
    ['DMARC passes', { dmarc: check('pass') }, {}, 'pass'],
    ['DMARC passes for another From', { dmarc: check('pass', 'evil.example') }, {}, 'unknown'],
    ['DMARC passes for nobody knows whom', { dmarc: check('pass', null) }, {}, 'unknown'],
    ['DMARC fails', { dmarc: check('fail'), spf: check('softfail') }, {}, 'fail'],
    [
      'DMARC fails, a trusted list had it in order',
      { dmarc: check('fail'), arc: check('pass', 'lists.example') },
      { sealerTrusted: true },
      'pass',
    ],
    [
      'DMARC fails, some list says it was in order',
      { dmarc: check('fail'), arc: check('pass', 'lists.example') },
      {},
      'fail',
    ],
    ['DMARC fails only because nobody could look at SPF', { dmarc: check('fail') }, { spfKnown: false }, 'unknown'],
    ['no policy, signed by the domain', { dkim: check('pass') }, {}, 'pass'],
    ['no policy, signed by a provider', { dkim: check('pass', 'provider.example') }, {}, 'unknown'],
    ['no policy, sent from its servers', { spf: check('pass') }, {}, 'pass'],
    ['no policy, a broken signature', { dkim: check('fail') }, {}, 'fail'],
    ['no policy, from a server that may not', { spf: check('fail') }, {}, 'fail'],
    ['nothing known', {}, {}, 'unknown'],
  ] as const)('%s: %4$s', (_name, checks, more, expected) => {
    expect(verdictOf({ ...all, ...checks }, { ...about, ...more }).verdict).toBe(expected)
  })
})

describe('the desk’s own check', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const dns = {
    'TXT s1._domainkey.x.example': [`v=DKIM1; k=rsa; p=${key}`],
    'TXT _dmarc.x.example': ['v=DMARC1; p=reject'],
    'TXT x.example': ['v=spf1 ip4:198.51.100.0/24 -all'],
  }
  const plain = aRawMail({
    From: 'Ann <ann@x.example>',
    To: 'desk@localhost',
    Subject: 'Hi',
    'Message-ID': '<1@x.example>',
    Date: 'Mon, 02 Mar 2026 09:00:00 +0000',
  })
  const sign = async (raw: string) => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const by = { signingDomain: 'x.example', selector: 's1', privateKey: pem }
    const { signatures } = await dkimSign(raw, { ...by, signatureData: [by] })
    return signatures + raw
  }
  const look = (raw: string, ip: string | null) =>
    checkSender(
      Buffer.from(raw),
      parseMail(Buffer.from(raw)),
      { trusted: false, peer: ip === null ? null : { ip, helo: 'mail.x.example' }, sender: 'ann@x.example' },
      [],
    )

  test('a signature of the domain', async () => {
    dnsTable(dns)
    const result = await look(await sign(plain), null)
    expect(result).toMatchObject({
      verdict: 'pass',
      from: 'own check',
      dkim: { result: 'pass', domain: 'x.example' },
      dmarc: { result: 'pass' },
    })
  })
  test('a text that was changed on the way', async () => {
    dnsTable(dns)
    const result = await look((await sign(plain)).replace('Hello', 'Send money'), null)
    expect(result).toMatchObject({ verdict: 'fail', dkim: { result: 'neutral' }, dmarc: { result: 'fail' } })
  })
  test('a server of the domain, and one that is not', async () => {
    dnsTable(dns)
    expect(await look(plain, '198.51.100.4')).toMatchObject({ verdict: 'pass', spf: { result: 'pass' } })
    expect(await look(plain, '203.0.113.4')).toMatchObject({
      verdict: 'fail',
      spf: { result: 'fail' },
      dmarc: { result: 'fail' },
    })
  })
  test('name servers that fail leave it open and keep nobody waiting', async () => {
    dnsTable({
      'TXT s1._domainkey.x.example': 'SERVFAIL',
      'TXT _dmarc.x.example': 'SERVFAIL',
      'TXT x.example': 'SERVFAIL',
    })
    const result = await look(await sign(plain), '198.51.100.4')
    expect(result).toMatchObject({ verdict: 'unknown', dkim: { result: 'temperror' }, spf: { result: 'temperror' } })
  })
  test('nobody is asked about a mail that carries nothing to check', async () => {
    setLookUp(() => Promise.reject(new Error('asked')))
    expect(await look(plain, null)).toMatchObject({
      verdict: 'unknown',
      spf: { result: 'none' },
      dmarc: { result: 'none' },
    })
  })
  test('name servers that are gone are not asked again at once', async () => {
    let asked = 0
    setLookUp(() => {
      asked++
      return Promise.reject(Object.assign(new Error('gone'), { code: 'ETIMEOUT' }))
    })
    await expect(lookUp('a.example', 'TXT')).rejects.toThrow('gone')
    await expect(lookUp('b.example', 'TXT')).rejects.toThrow('do not answer')
    expect(asked).toBe(1)
  })
})

describe('spam', () => {
  const rules = { level: 0, scl: 5, header: '' }
  test.each<[string, Record<string, string>, Partial<typeof rules>, boolean]>([
    ['SpamAssassin', { 'X-Spam-Flag': 'YES' }, {}, true],
    ['SpamAssassin, clean', { 'X-Spam-Flag': 'NO', 'X-Spam-Status': 'No, score=-1.0' }, {}, false],
    ['its status', { 'X-Spam-Status': 'Yes, score=8.1 required=5.0' }, {}, true],
    ['stars that nobody counts', { 'X-Spam-Level': '*******' }, {}, false],
    ['stars enough', { 'X-Spam-Level': '*****' }, { level: 5 }, true],
    ['stars too few', { 'X-Spam-Level': '****' }, { level: 5 }, false],
    ['rspamd', { 'X-Rspamd-Action': 'add header' }, {}, true],
    ['rspamd, clean', { 'X-Rspamd-Action': 'no action' }, {}, false],
    ['rspamd in a milter', { 'X-Spamd-Result': 'default: True [16.10 / 15.00]; X(1.0)' }, {}, true],
    ['rspamd in a milter, clean', { 'X-Spamd-Result': 'default: False [1.10 / 15.00]' }, {}, false],
    ['Exchange', { 'X-MS-Exchange-Organization-SCL': '6' }, {}, true],
    ['Exchange, trusted', { 'X-MS-Exchange-Organization-SCL': '-1' }, {}, false],
    [
      'Microsoft 365',
      { 'X-Forefront-Antispam-Report': 'CIP:192.0.2.1;CTRY:US;LANG:en;SCL:5;SRV:;IPV:NLI;SFV:SPM' },
      {},
      true,
    ],
    ['Microsoft 365, clean', { 'X-Forefront-Antispam-Report': 'CIP:192.0.2.1;SCL:1;SFV:NSPM' }, {}, false],
    ['Microsoft, not counted', { 'X-MS-Exchange-Organization-SCL': '6' }, { scl: 0 }, false],
    ['Barracuda', { 'X-Barracuda-Spam-Flag': 'YES' }, {}, true],
    ['bogofilter', { 'X-Bogosity': 'Ham, tests=bogofilter' }, {}, false],
    ['a filter of one’s own', { 'X-My-Filter': 'Spam (9)' }, { header: 'X-My-Filter: spam' }, true],
    ['a filter of one’s own, clean', { 'X-My-Filter': 'ok' }, { header: 'X-My-Filter: spam' }, false],
    ['nothing', { Subject: 'spam' }, {}, false],
  ])('%s', (_name, head, more, expected) => {
    expect(spamVerdict(mailOf(head).headers, { ...rules, ...more }) !== null).toBe(expected)
  })
})

test.each([
  ['Re: AW: [#1042] The printer jams', 'the printer jams'],
  ['RE[2]: Fwd: The  printer jams', 'the printer jams'],
  ['回复：打印机', '打印机'],
  ['Disk full: srv1', 'disk full: srv1'],
  ['12:30 meeting', '12:30 meeting'],
  ['Re:', ''],
  ['', ''],
])('%j is about %j', (subject, key) => expect(subjectKey(subject)).toBe(key))
