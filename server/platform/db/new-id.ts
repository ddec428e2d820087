import { randomBytes } from 'node:crypto';

let last = 0;
let sequence = 0;

/**
 * A UUIDv7 for rows that are written by SQL: ids of one time stand together in an index, and those made in one millisecond by
 * this process keep the order in which they were made.
 */
export function newId(at: Date = new Date()): string {
  const milliseconds = at.getTime();
  sequence = milliseconds === last ? (sequence + 1) & 0xfff : 0;
  last = milliseconds;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
