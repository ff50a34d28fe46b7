import { Type } from 'typebox'
import { fact } from '../facts/contract.ts'

export const mailTemplateSaved = fact(
  'mail_template.saved',
  'mail_template',
  Type.Object({
    name: Type.String(),
    language: Type.String(),
    version: Type.Integer(),
    /** Back to the words that the program brings. */
    builtIn: Type.Boolean(),
  }),
)
