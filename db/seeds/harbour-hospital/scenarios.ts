import { deviceScenarios } from './scenarios/devices.ts'
import { germanScenarios } from './scenarios/german.ts'
import { identityScenarios } from './scenarios/identity.ts'
import { imagingScenarios } from './scenarios/imaging.ts'
import { laboratoryScenarios } from './scenarios/laboratory.ts'
import { mailScenarios } from './scenarios/mail.ts'
import { networkScenarios } from './scenarios/network.ts'
import { printingScenarios } from './scenarios/printing.ts'
import { purchasingScenarios } from './scenarios/purchasing.ts'
import { recordScenarios } from './scenarios/record.ts'
import { remoteScenarios } from './scenarios/remote.ts'
import { securityScenarios } from './scenarios/security.ts'
import { telephonyScenarios } from './scenarios/telephony.ts'
import { workstationScenarios } from './scenarios/workstation.ts'
import type { Scenario } from './shapes.ts'

/** Every story of the world. Together they are told 300 times. */
export const scenarios: Scenario[] = [
  ...identityScenarios,
  ...workstationScenarios,
  ...recordScenarios,
  ...printingScenarios,
  ...mailScenarios,
  ...imagingScenarios,
  ...laboratoryScenarios,
  ...networkScenarios,
  ...remoteScenarios,
  ...telephonyScenarios,
  ...deviceScenarios,
  ...purchasingScenarios,
  ...securityScenarios,
  ...germanScenarios,
]
