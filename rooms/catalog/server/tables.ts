import type { ColumnType, Generated } from 'kysely'
import type { Field, Kind, MatrixChange, Translations } from '../contract/http.ts'

/** A jsonb column: read as values, written as JSON text. */
type Json<T> = ColumnType<T, string, string>
type JsonWithDefault<T> = ColumnType<T, string | undefined, string>

interface Versioned {
  createdAt: Generated<Date>
  updatedAt: Generated<Date>
  version: Generated<number>
}

interface ServiceTable extends Versioned {
  id: Generated<number>
  name: string
  description: Generated<string>
  publicDescription: Generated<string>
  icon: Generated<string>
  ownerTeamId: number | null
  defaultKind: Generated<Kind>
  defaultImpact: Generated<number>
  defaultUrgency: Generated<number>
  active: Generated<boolean>
  inPortal: Generated<boolean>
  position: Generated<number>
  translations: JsonWithDefault<Translations>
}

interface CategoryTable extends Versioned {
  id: Generated<number>
  parentId: number | null
  serviceId: number | null
  name: string
  translations: JsonWithDefault<Translations>
  active: Generated<boolean>
  position: Generated<number>
  mergedIntoId: number | null
}

interface FormVersionTable {
  id: Generated<number>
  serviceId: number
  number: number
  fields: Json<Field[]>
  createdAt: Generated<Date>
  createdBy: number | null
  createdByName: Generated<string>
}

interface MatrixTable {
  id: Generated<boolean>
  impacts: Json<MatrixChange['impacts']>
  urgencies: Json<MatrixChange['urgencies']>
  cells: Json<MatrixChange['cells']>
  updatedAt: Generated<Date>
  version: Generated<number>
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    'catalog.service': ServiceTable
    'catalog.category': CategoryTable
    'catalog.formVersion': FormVersionTable
    'catalog.matrix': MatrixTable
  }
}
