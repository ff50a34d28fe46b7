import { totalmem } from 'node:os'

const MB = 1024 * 1024

/** Memory this process may use: a container's limit where there is one. */
function memoryMB(): number {
  const limit = process.constrainedMemory()
  return Math.floor(Math.min(totalmem(), limit > 0 ? limit : Number.POSITIVE_INFINITY) / MB)
}

/**
 * The whole postgresql.conf, written anew at every start so that a later Deskhand may change it. An administrator's own
 * settings belong in local.conf beside it, which wins.
 */
export function settingsFile(memory = memoryMB()): string {
  const sharedBuffers = Math.min(4096, Math.max(128, Math.floor(memory / 8)))
  return `# Written by Deskhand at every start. Put settings of your own into local.conf in this folder; they win.

# A desk has two processes of ten to twenty connections at most; each idle connection costs some megabytes.
max_connections = 60

# An eighth of the memory: Node, the file cache and often a whole small office server live here too.
shared_buffers = ${sharedBuffers}MB
effective_cache_size = ${Math.max(256, Math.floor(memory / 2))}MB
# Lists and searches sort at most some thousand rows; the default 4 MB spills the bigger ones to disk.
work_mem = 16MB
# Builds an index over a million messages without a merge on disk.
maintenance_work_mem = ${Math.min(256, Math.max(64, Math.floor(memory / 16)))}MB

# Page images are written as they are: these binaries only have pglz, which saves a third of the WAL and costs a
# quarter of the processor time of a reply.
wal_compression = off
# Loading a bulk world or an import would otherwise force a checkpoint every few seconds.
max_wal_size = 2GB

# Everything is on an SSD today; the default 4.0 describes a spinning disk and makes the planner avoid indexes.
random_page_cost = 1.1
# Queries take milliseconds; compiling them would take longer (and these binaries have no compiler).
jit = off
# Two workers keep a small machine responsive; the job and session tables turn over quickly, so look often.
autovacuum_max_workers = 2
autovacuum_naptime = 20s

# A transaction somebody forgot would block vacuum and locks for ever.
idle_in_transaction_session_timeout = 60s

# Same answers on every machine.
timezone = 'UTC'
log_timezone = 'UTC'
datestyle = 'ISO, YMD'
default_text_search_config = 'pg_catalog.simple'

# Errors and slow statements only, and never the values in them: they are people's words.
log_min_messages = warning
log_min_error_statement = panic
log_error_verbosity = terse
log_checkpoints = off
log_min_duration_statement = 2s
log_parameter_max_length = 0

include_if_exists = 'local.conf'
`
}

/** What nobody may change without breaking a promise (durability, reachability), so it is given on the command line. */
export function fixedSettings(socketDir: string): Record<string, string> {
  return {
    // Only over the socket: no port to attack, none to collide with.
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    port: '5432',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
  }
}
