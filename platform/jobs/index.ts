export { addJob, addJobs, type JobOptions } from './add-job.ts'
export { type Cron, cron, type Job, job } from './job.ts'
