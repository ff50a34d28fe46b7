import {
  IconAdjustmentsHorizontal,
  IconArrowsSplit2,
  IconBolt,
  IconBuilding,
  IconForms,
  IconGridDots,
  IconHeartbeat,
  IconInbox,
  IconKey,
  IconMail,
  IconMailCog,
  IconMailForward,
  IconMessage2Bolt,
  IconSend,
  IconSettings,
  IconShieldCheck,
  IconSitemap,
  IconStairsUp,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react'

export const groups = ['help', 'people', 'channels', 'desk'] as const

/** The sections of the administration, in their order. Somebody sees those they hold a permission for. */
export const sections = [
  { name: 'services', group: 'help', icon: IconForms, needs: 'catalog.manage' },
  { name: 'categories', group: 'help', icon: IconSitemap, needs: 'catalog.manage' },
  { name: 'priorities', group: 'help', icon: IconGridDots, needs: 'catalog.manage' },
  { name: 'rules', group: 'help', icon: IconArrowsSplit2, needs: 'routing.manage' },
  { name: 'paths', group: 'help', icon: IconStairsUp, needs: 'escalation.manage' },
  { name: 'triggers', group: 'help', icon: IconBolt, needs: 'escalation.manage' },
  { name: 'replies', group: 'help', icon: IconMessage2Bolt, needs: 'conversation.manageCannedReplies' },
  { name: 'people', group: 'people', icon: IconUser, needs: 'people.manage' },
  { name: 'organisations', group: 'people', icon: IconBuilding, needs: 'people.manage' },
  { name: 'teams', group: 'people', icon: IconUsersGroup, needs: 'people.manage' },
  { name: 'roles', group: 'people', icon: IconShieldCheck, needs: 'people.manageRoles' },
  { name: 'invitations', group: 'people', icon: IconMailForward, needs: 'people.manage' },
  { name: 'doors', group: 'channels', icon: IconHeartbeat, needs: 'intake.manage' },
  { name: 'mailboxes', group: 'channels', icon: IconMail, needs: 'intake.manage' },
  { name: 'inbound', group: 'channels', icon: IconInbox, needs: 'intake.manage' },
  { name: 'outbox', group: 'channels', icon: IconSend, needs: 'platform.manageMail' },
  { name: 'mails', group: 'channels', icon: IconMailCog, needs: 'platform.manageTemplates' },
  { name: 'settings', group: 'desk', icon: IconAdjustmentsHorizontal, needs: 'platform.manageSettings' },
  { name: 'desk', group: 'desk', icon: IconSettings, needs: 'platform.manage' },
  { name: 'keys', group: 'desk', icon: IconKey, needs: 'people.manageRoles' },
] as const

export type SectionName = (typeof sections)[number]['name']
