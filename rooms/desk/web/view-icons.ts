import {
  IconAlertTriangle,
  IconBolt,
  IconBuilding,
  IconClock,
  IconDeviceLaptop,
  IconFlag,
  IconHeart,
  IconKey,
  IconList,
  IconMail,
  IconNetwork,
  IconPrinter,
  IconStar,
  IconTag,
  type TablerIcon,
} from '@tabler/icons-react'

/** The icons a view can have, by the name that is saved. */
export const viewIcons: Readonly<Record<string, TablerIcon>> = {
  list: IconList,
  star: IconStar,
  flag: IconFlag,
  bolt: IconBolt,
  alert: IconAlertTriangle,
  clock: IconClock,
  tag: IconTag,
  mail: IconMail,
  key: IconKey,
  laptop: IconDeviceLaptop,
  printer: IconPrinter,
  network: IconNetwork,
  building: IconBuilding,
  heart: IconHeart,
}

export const viewIconOf = (name: string): TablerIcon => viewIcons[name] ?? IconList
