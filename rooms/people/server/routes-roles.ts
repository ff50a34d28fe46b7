import { on } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { declaredPermissions } from './declare-permissions.ts'
import { createApiKey, listApiKeys, revokeApiKey } from './manage-api-keys.ts'
import { addRole, changeRole, deleteRole, restoreRole } from './manage-roles.ts'
import { previewRole } from './preview-role.ts'
import { listRoles, viewRole } from './view-role.ts'

const etag = (thing: { version: number }) => `${thing.version}`
const manage = { access: 'people.manageRoles', etag }
/** Whoever invites somebody chooses a role for them, so they may read what roles there are. */
const read = ['people.manageRoles', 'people.manage']

export const roleRoutes = [
  on(http.listPermissions, { access: read }, () => ({
    items: declaredPermissions().map(({ name, doc, roles }) => ({ name, doc, roles: [...roles] })),
    nextCursor: null,
  })),
  on(http.listRoles, { access: read }, async (cx) => ({ items: await listRoles(cx.db), nextCursor: null })),
  on(http.getRole, { access: read, etag }, (cx, { params }) => viewRole(cx.db, params.id)),
  on(http.createRole, manage, (cx, { body }) => addRole(cx, body)),
  on(http.changeRole, manage, (cx, { params, body, ifMatch }) => changeRole(cx, params.id, body, ifMatch)),
  on(http.previewRole, { access: 'people.manageRoles' }, (cx, { params, body }) =>
    previewRole(cx, params.id, body.permissions),
  ),
  on(http.restoreRole, manage, (cx, { params }) => restoreRole(cx, params.id)),
  on(http.deleteRole, { access: 'people.manageRoles' }, (cx, { params }) => deleteRole(cx, params.id)),

  on(http.listApiKeys, { access: 'people.manageRoles' }, async (cx) => ({
    items: await listApiKeys(cx.db),
    nextCursor: null,
  })),
  on(http.createApiKey, { access: 'people.manageRoles' }, (cx, { body }) => createApiKey(cx, body)),
  on(http.revokeApiKey, { access: 'people.manageRoles' }, (cx, { params }) => revokeApiKey(cx, params.id)),
]
