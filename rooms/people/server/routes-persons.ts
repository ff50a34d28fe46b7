import { on } from '../../../platform/http/on.ts'
import * as http from '../contract/http.ts'
import { activatePerson, deactivatePerson } from './activate-person.ts'
import { addPerson } from './add-person.ts'
import { addAddress, makeAddressPrimary, removeAddress } from './change-addresses.ts'
import { putTeamMember, removeTeamMember } from './change-members.ts'
import { changePerson } from './change-person.ts'
import { addPhone, removePhone } from './change-phones.ts'
import { listColleagues } from './list-colleagues.ts'
import {
  addOrganisation,
  changeOrganisation,
  deleteOrganisation,
  listOrganisations,
  viewOrganisation,
} from './manage-organisations.ts'
import { addTeam, changeTeam, deleteTeam } from './manage-teams.ts'
import { resetTotp } from './manage-totp.ts'
import { clearBounce } from './mark-address.ts'
import { searchPersons } from './search-persons.ts'
import { viewPerson } from './view-person.ts'
import { listTeams, viewTeam } from './view-team.ts'

const etag = (thing: { version: number }) => `${thing.version}`
const manage = { access: 'people.manage', etag }
const read = { access: 'people.read', etag }

export const personRoutes = [
  on(http.listPersons, { access: 'people.read' }, (cx, { query }) => searchPersons(cx, query)),
  on(http.listColleagues, { access: 'signed-in' }, async (cx, { query }) => ({
    items: await listColleagues(cx, query),
    nextCursor: null,
  })),
  on(http.getPerson, read, (cx, { params }) => viewPerson(cx.db, cx.actor, params.id)),
  on(http.createPerson, manage, (cx, { body }) => addPerson(cx, body)),
  on(http.changePerson, manage, (cx, { params, body, ifMatch }) => changePerson(cx, params.id, body, ifMatch)),
  on(http.activatePerson, manage, (cx, { params }) => activatePerson(cx, params.id)),
  on(http.deactivatePerson, manage, (cx, { params }) => deactivatePerson(cx, params.id)),
  on(http.addAddress, manage, (cx, { params, body }) => addAddress(cx, params.id, body)),
  on(http.makeAddressPrimary, manage, (cx, { params }) => makeAddressPrimary(cx, params.id, params.addressId)),
  on(http.removeAddress, manage, (cx, { params }) => removeAddress(cx, params.id, params.addressId)),
  on(http.clearBounce, manage, (cx, { params }) => clearBounce(cx, params.id, params.addressId)),
  on(http.addPhone, manage, (cx, { params, body }) => addPhone(cx, params.id, body)),
  on(http.removePhone, manage, (cx, { params }) => removePhone(cx, params.id, params.phoneId)),
  on(http.resetTotp, { access: 'people.manage' }, (cx, { params }) => resetTotp(cx, params.id)),

  on(http.listOrganisations, { access: 'people.read' }, (cx, { query }) => listOrganisations(cx, query)),
  on(http.getOrganisation, read, (cx, { params }) => viewOrganisation(cx.db, params.id)),
  on(http.createOrganisation, manage, (cx, { body }) => addOrganisation(cx, body)),
  on(http.changeOrganisation, manage, (cx, { params, body, ifMatch }) =>
    changeOrganisation(cx, params.id, body, ifMatch),
  ),
  on(http.deleteOrganisation, { access: 'people.manage' }, (cx, { params }) => deleteOrganisation(cx, params.id)),

  on(http.listTeams, { access: 'people.read' }, async (cx) => ({
    items: await listTeams(cx.db, cx.actor),
    nextCursor: null,
  })),
  on(http.getTeam, read, (cx, { params }) => viewTeam(cx.db, cx.actor, params.id)),
  on(http.createTeam, manage, (cx, { body }) => addTeam(cx, body)),
  on(http.changeTeam, manage, (cx, { params, body, ifMatch }) => changeTeam(cx, params.id, body, ifMatch)),
  on(http.deleteTeam, { access: 'people.manage' }, (cx, { params }) => deleteTeam(cx, params.id)),
  on(http.putTeamMember, manage, (cx, { params, body }) => putTeamMember(cx, params.id, params.personId, body)),
  on(http.removeTeamMember, manage, (cx, { params }) => removeTeamMember(cx, params.id, params.personId)),
]
