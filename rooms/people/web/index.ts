import { lazyPart } from '../../../web-kit/app/lazy-part.tsx'
import { registerProblems, registerStrings } from '../../../web-kit/i18n/i18n.ts'
import de from './locales/de.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import problemsInGerman from './locales/problems.de.json' with { type: 'json' }

registerStrings('people', { en, de })
registerProblems('de', problemsInGerman)

export { useMe, useSignedIn, useSignOut } from './use-me.ts'
export { useApplyPreferences, useKeepPreference } from './use-preferences.ts'

export const SignInAgain = lazyPart(() => import('./sign-in-again.tsx'), 'SignInAgain')
export const SignInPanel = lazyPart(() => import('./sign-in-panel.tsx'), 'SignInPanel')
export const RedeemLinkPanel = lazyPart(() => import('./redeem-link-panel.tsx'), 'RedeemLinkPanel')
export const SetUpPanel = lazyPart(() => import('./set-up-panel.tsx'), 'SetUpPanel')
export const InvitationPanel = lazyPart(() => import('./invitation-panel.tsx'), 'InvitationPanel')
export type { PickedPerson } from './person-picker.tsx'
export const PersonPicker = lazyPart(() => import('./person-picker.tsx'), 'PersonPicker')
export { Card as ProfileCard } from './profile/card.tsx'
export const MyAccount = lazyPart(() => import('./profile/my-account.tsx'), 'MyAccount')
export const NewPasswordPanel = lazyPart(() => import('./new-password-panel.tsx'), 'NewPasswordPanel')

export const PeoplePanel = lazyPart(() => import('./admin/people-panel.tsx'), 'PeoplePanel')
export const OrganisationsPanel = lazyPart(() => import('./admin/organisations-panel.tsx'), 'OrganisationsPanel')
export const TeamsPanel = lazyPart(() => import('./admin/teams-panel.tsx'), 'TeamsPanel')
export const RolesPanel = lazyPart(() => import('./admin/roles-panel.tsx'), 'RolesPanel')
export const RolePanel = lazyPart(() => import('./admin/role-panel.tsx'), 'RolePanel')
export const InvitationsPanel = lazyPart(() => import('./admin/invitations-panel.tsx'), 'InvitationsPanel')
export const ApiKeysPanel = lazyPart(() => import('./admin/api-keys-panel.tsx'), 'ApiKeysPanel')
export const DeskPanel = lazyPart(() => import('./admin/desk-panel.tsx'), 'DeskPanel')
