import { applyProposal, type ChangeProposal } from './change-proposal.ts';
import { missingElements, type MissingElement, type PrescriptionSetting } from './missing-elements.ts';
import type { PrescriptionPage } from './page.ts';
import { settled } from './settle.ts';

type SettingPage = Pick<PrescriptionPage, 'header' | 'payerProfile' | 'proposedPrecautions'> & {
  versions: readonly { startsOn: string }[];
};

/** What decides today what the next version must say. */
export const settingOfPage = (
  { header, payerProfile, proposedPrecautions, versions }: SettingPage,
  today: string,
): PrescriptionSetting => ({
  bodyRegion: header.bodyRegion,
  side: header.side,
  clinicValues: header.clinicValues,
  payerProfile,
  today,
  proposed: proposedPrecautions,
  previousStartsOn: versions[0]?.startsOn ?? null,
});

/**
 * What today's list asks of the version in force, with a requested change in it: a version signed under an older list cannot be signed
 * again as it is, and the change is then approved in a draft that says what is missing.
 */
export function gapsOfApproval(
  page: PrescriptionPage,
  proposal: ChangeProposal,
  today: string,
): MissingElement[] {
  const current = page.versions.find(({ inForce }) => inForce);
  if (current === undefined) return [];
  const content = settled(applyProposal(current.content, proposal), page.header.clinicValues);
  return missingElements(content, settingOfPage(page, today));
}
