import { randomBytes } from 'node:crypto';

/**
 * A UUIDv7 for rows whose id is needed before they are written; Prisma makes the same kind for all others. The first 48
 * bits are `at` in milliseconds, so that neighbours in time are neighbours in the index.
 */
export function newId(at: Date = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [8, 4, 4, 4, 12].map((length, index) => hex.substr(STARTS[index] ?? 0, length)).join('-');
}

const STARTS = [0, 8, 12, 16, 20];
