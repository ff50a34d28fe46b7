interface RemotePictureTable {
  urlSha256: string
  type: string | null
  bytes: Buffer | null
  size: number
  fetchedAt: Date
}

declare module '../db/tables.ts' {
  interface Tables {
    'platform.remotePicture': RemotePictureTable
  }
}
