import type { MantineThemeComponents } from '@mantine/core'
import { translate } from '../i18n/i18n.ts'

/** Defaults that make every Mantine part look like one family without repeating props on each screen. */
export const componentDefaults = (place: 'workspace' | 'portal'): MantineThemeComponents => {
  const control = place === 'portal' ? 'md' : 'sm'
  const sized = { defaultProps: { size: control } }
  const dropdown = { shadow: 'none', transitionProps: { duration: 90 } }
  const closeButtonProps = { 'aria-label': translate('kit:close') }
  return {
    Button: sized,
    InputWrapper: { defaultProps: { size: control, inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    TextInput: sized,
    Textarea: { defaultProps: { size: control, autosize: true, minRows: 3 } },
    PasswordInput: sized,
    NumberInput: sized,
    NativeSelect: sized,
    RadioGroup: sized,
    CheckboxGroup: sized,
    Select: { defaultProps: { size: control, comboboxProps: dropdown } },
    MultiSelect: { defaultProps: { size: control, comboboxProps: dropdown } },
    TagsInput: { defaultProps: { size: control, comboboxProps: dropdown } },
    Autocomplete: { defaultProps: { size: control, comboboxProps: dropdown } },
    Checkbox: sized,
    Switch: sized,
    Radio: sized,
    SegmentedControl: { defaultProps: { size: place === 'portal' ? 'sm' : 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: place === 'portal' ? 'lg' : 'md' } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Tooltip: {
      defaultProps: { openDelay: 350, withArrow: false, events: { hover: true, focus: true, touch: true } },
    },
    Menu: { defaultProps: dropdown },
    Popover: { defaultProps: dropdown },
    Modal: {
      defaultProps: {
        closeButtonProps,
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.4 },
        shadow: 'none',
      },
    },
    Drawer: { defaultProps: { closeButtonProps, overlayProps: { backgroundOpacity: 0.4 }, shadow: 'none' } },
    Loader: { defaultProps: { type: 'oval', size: 'sm' } },
    Paper: { defaultProps: { radius: 'lg' } },
    Tabs: { defaultProps: { variant: 'default' } },
  }
}
