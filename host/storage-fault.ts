import { HostError } from './errors.ts';

/** What the system and SQLite call a data folder that is full, taken away or closed to this user. */
const FULL = ['there is no space left', 'Free some space on its disk, or choose another folder.'] as const;
const CLOSED = ['it may not be written to', 'Let this user write to it, or choose another folder.'] as const;
const FAILING = ['its disk fails, or too many files are open', "Look into the system's log."] as const;

const REASONS: Readonly<Record<string, readonly [reason: string, cure: string]>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  SQLITE_FULL: FULL,
  EROFS: CLOSED,
  EACCES: CLOSED,
  EPERM: CLOSED,
  SQLITE_READONLY: CLOSED,
  SQLITE_CANTOPEN: CLOSED,
  EIO: FAILING,
  EMFILE: FAILING,
  ENFILE: FAILING,
  SQLITE_IOERR: FAILING,
};

/** 507 `storage_unusable` where `error` says that the data folder could not be written to; null for all else. */
export function storageFault(error: unknown): HostError | null {
  const code: unknown = Object(error).code;
  if (typeof code !== 'string') return null;
  // SQLite tells more of what failed after its basic code: SQLITE_IOERR_WRITE.
  const known = REASONS[code] ?? REASONS[code.split('_').slice(0, 2).join('_')];
  if (known === undefined) return null;
  const [reason, cure] = known;
  return new HostError(
    'storage_unusable',
    { code, reason, cure: `${cure} OPENCOMMOTION_DATA_DIR names it.` },
    { cause: error },
  );
}
