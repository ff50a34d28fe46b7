export { type Alarm, alarm } from './alarm.ts'
