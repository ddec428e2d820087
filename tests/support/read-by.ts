import type { StaffMemberId } from '#shared/platform/ids.ts';
import { NOTE_PARTS, type SessionContent } from '#shared/sessions/model.ts';

/** The sheet of somebody who has read what they sign, also where it says the same as the last one. */
export const readBy = (confirmedById: StaffMemberId, content: SessionContent): SessionContent => ({
  ...content,
  ...Object.fromEntries(
    NOTE_PARTS.map((part) => {
      const words = content[part];
      return [
        part,
        words.confirmedById === undefined && !words.carried ? { ...words, confirmedById } : words,
      ];
    }),
  ),
});
