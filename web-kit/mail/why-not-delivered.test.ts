import { expect, test } from 'vitest'
import { whyNotDelivered } from './why-not-delivered.ts'

test.each([
  [
    'The address does not exist. (a@x.example; 5.1.1; 550 5.1.1 no (such) user)',
    'noAddress',
    'a@x.example; 5.1.1; 550 5.1.1 no (such) user',
  ],
  ['a@x.example: 550 5.1.1 No such user here', 'noAddress', 'a@x.example: 550 5.1.1 No such user here'],
  ['452 4.2.2 Over quota', 'full', '452 4.2.2 Over quota'],
  ['552 mailbox is full', 'full', '552 mailbox is full'],
  ['550-5.7.26 This mail is unauthenticated', 'rules', '550-5.7.26 This mail is unauthenticated'],
  ['550 no (really)', 'refused', '550 no (really)'],
  ['Greeting from 192.5.1.1 never came', 'refused', 'Greeting from 192.5.1.1 never came'],
  ['The desk was stopped while this mail was handed over; it may have arrived.', 'interrupted', ''],
  ['The connection broke before the server confirmed: Timeout: 60 s', 'interrupted', 'Timeout: 60 s'],
])('%s', (error, reason, said) => {
  expect(whyNotDelivered(error)).toEqual({ reason, said })
})
