import { describe, expect, test } from 'vitest';
import { DECISION_KINDS } from './model.ts';
import { canDecideKind } from './policy.ts';

describe('what can be decided', () => {
  const open = (consultSigned: boolean, prescribed: boolean) =>
    DECISION_KINDS.filter((kind) => canDecideKind(kind, { consultSigned, prescribed }).allowed);

  test('before therapy: tests, referrals and an end, never going on with what has not begun', () => {
    expect(open(false, false)).toEqual(['order', 'refer', 'discharge']);
    expect(open(true, false)).toEqual(['order', 'refer', 'discharge']);
  });

  test('once a version was signed: everything', () => {
    expect(open(true, true)).toEqual([...DECISION_KINDS]);
  });

  test('the reason names what comes first', () => {
    const reason = (consultSigned: boolean) =>
      canDecideKind('continue', { consultSigned, prescribed: false });
    expect(reason(false)).toMatchObject({ reason: 'no-consult' });
    expect(reason(true)).toMatchObject({ reason: 'not-prescribed' });
  });
});
