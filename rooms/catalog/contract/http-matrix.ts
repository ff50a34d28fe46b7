import { endpoint } from '../../../platform/http/contract.ts'
import { Matrix, MatrixChange } from './matrix.ts'

const tag = 'catalogue'

export const getMatrix = endpoint({
  method: 'GET',
  path: '/api/v1/priority-matrix',
  summary: 'Impact × urgency → priority',
  tag,
  response: Matrix,
})
export const putMatrix = endpoint({
  method: 'PUT',
  path: '/api/v1/priority-matrix',
  summary: 'Change the matrix; open tickets without an override follow it',
  tag,
  body: MatrixChange,
  response: Matrix,
})
