import { expect, test } from 'vitest'
import { neighboursOf } from './use-neighbours.ts'

const opened = [1, 2, 3, 4, 5]
test.each([
  ['a list that stands still', [1, 2, 3, 4, 5], 3, { previous: 2, next: 4, position: 3 }],
  ['the ticket left the list', [1, 2, 4, 5], 3, { previous: 2, next: 4, position: undefined }],
  ['it was changed last, and is on top', [3, 1, 2, 4, 5], 3, { previous: 2, next: 4, position: 1 }],
  ['its neighbours left as well', [1, 5], 3, { previous: 1, next: 5, position: undefined }],
  ['a new ticket came on top', [9, 1, 2, 3, 4, 5], 1, { previous: undefined, next: 2, position: 2 }],
  ['another page was read', [1, 2, 3, 4, 5, 6, 7], 5, { previous: 4, next: 6, position: 5 }],
  ['the last one left and another page was read', [1, 2, 3, 4, 6, 7], 5, { previous: 4, next: 6, position: undefined }],
  ['it was not in the list', [1, 2, 3, 4, 5], 8, {}],
])('%s', (_, numbers, open, neighbours) => {
  expect(neighboursOf(opened, numbers, open)).toEqual(neighbours)
})
