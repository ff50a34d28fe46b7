import { type Static, Type } from 'typebox'
import { endpoint } from '../../../platform/http/contract.ts'
import { OneOf } from '../../../platform/http/schemas.ts'

const tag = 'desk'
const path = '/api/v1/example-desk'

export const ExampleDesk = Type.Object({
  state: OneOf(['ready', 'loading', 'loaded', 'in_use'], {
    description: 'in_use: the desk has tickets of its own, so that nothing is mixed with them.',
  }),
  accounts: Type.Array(Type.Object({ name: Type.String(), email: Type.String(), role: Type.String() }), {
    description: 'Who can sign in, once it is loaded.',
  }),
})
export type ExampleDesk = Static<typeof ExampleDesk>

export const getExampleDesk = endpoint({
  method: 'GET',
  path,
  summary: 'Whether the example hospital is in this desk, or could be',
  tag,
  response: ExampleDesk,
})

export const loadExampleDesk = endpoint({
  method: 'POST',
  path,
  summary: 'Load the example hospital into a desk without tickets',
  tag,
  body: Type.Object({
    password: Type.String({
      minLength: 10,
      maxLength: 200,
      description: 'What the accounts of the example sign in with; one of them is an administrator.',
    }),
  }),
  response: ExampleDesk,
  status: 201,
})
