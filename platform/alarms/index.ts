export { type Alarm, alarm } from './alarm.ts'
export { ringPast } from './ring-due.ts'
