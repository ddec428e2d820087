import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { PrescriptionTemplateId } from '#shared/platform/ids.ts';
import { STARTERS } from '#shared/prescriptions/starters/all.ts';
import { templatesApi } from '#shared/prescriptions/template-contract.ts';
import { templateOf } from '#shared/prescriptions/template.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aCompletePrescription,
  aPrescription,
  aSignedConsult,
} from '#tests/support/prescriptions-factory.ts';

let clinic: TestClinic;
beforeAll(async () => {
  clinic = await aClinic();
});

const content = templateOf(aCompletePrescription('2026-10-09'));
const list = async (of: TestClinic = clinic) =>
  (await of.as('physiatrist').call(templatesApi.list, {})).body.templates;
const save = (body: object = {}, key?: string) =>
  clinic
    .as('physiatrist')
    .call(
      templatesApi.save,
      { body: { name: 'Back, our way', content, ...body } },
      key === undefined ? {} : { key },
    );

describe('templates of a clinic', () => {
  test('a new clinic has the shipped starting points, none of them its own', async () => {
    const templates = await list(await aClinic());
    expect(templates.map(({ starterKey }) => starterKey)).toEqual(STARTERS.map(({ key }) => key));
    expect(templates.every(({ templateId }) => templateId === null)).toBe(true);
  });

  test('one is kept, renamed, rewritten, retired and brought back; every version stays', async () => {
    const { templateId } = (await save()).body;
    const change = (body: object) =>
      clinic.as('physiatrist').call(templatesApi.change, {
        params: { templateId },
        body: { expectedVersion: 1, ...body },
      });

    await change({ name: 'Back, first visits' });
    await change({ expectedVersion: 2, content: { ...content, frequencyPerWeek: 1 } });
    await change({ expectedVersion: 3, retired: true });
    await change({ expectedVersion: 4, retired: false });

    const found = (await list()).find((one) => one.templateId === templateId);
    expect(found).toMatchObject({ name: 'Back, first visits', version: 5, retired: false });
    expect(found?.content.frequencyPerWeek).toBe(1);
    expect(found?.history.map(({ did, versionNumber }) => `${versionNumber} ${did}`)).toEqual([
      '5 restored',
      '4 retired',
      '3 saved',
      '2 renamed',
      '1 saved',
    ]);
    const kept = await clinic.rows<{ weekly: number }>(
      `select (content ->> 'frequencyPerWeek')::int as weekly from prescription_template_version
        where template_id = $1 and version_number = 1`,
      [templateId],
    );
    expect(kept).toEqual([{ weekly: 3 }]);
  });

  test('a shipped one is taken over once: it then is the clinic’s own', async () => {
    const own = await aClinic();
    const falls = STARTERS.find(({ key }) => key === 'falls');
    const take = () =>
      own.as('physiatrist').call(templatesApi.save, {
        body: { name: 'Falls', starterKey: 'falls', content: falls?.content ?? content },
      });
    expect((await take()).status).toBe(200);
    expect(await take()).toBeProblem('conflict');
    const mine = (await list(own)).filter(({ starterKey }) => starterKey === 'falls');
    expect(mine).toMatchObject([{ name: 'Falls', version: 1, codes: falls?.codes }]);
  });

  test('a double submit keeps one', async () => {
    const key = randomUUID();
    const [first, again] = [await save({ name: 'Twice' }, key), await save({ name: 'Twice' }, key)];
    expect(again.body).toEqual(first.body);
    expect((await list()).filter(({ name }) => name === 'Twice')).toHaveLength(1);
  });

  test('on top of another version it is refused', async () => {
    const { templateId } = (await save()).body;
    const rename = (name: string) =>
      clinic
        .as('physiatrist')
        .call(templatesApi.change, { params: { templateId }, body: { expectedVersion: 1, name } });
    await rename('First');
    expect(await rename('Second')).toBeProblem('stale-version');
  });

  test('without a name, or with an unknown part, it is not kept', async () => {
    expect(await save({ name: ' ' })).toBeProblem('invalid-input');
    expect(await save({ content: { ...content, frequencyPerWeek: 99 } })).toBeProblem('invalid-input');
  });

  test('a therapist and an administrator are refused; another clinic does not see it', async () => {
    const { templateId } = (await save()).body;
    for (const person of ['therapist', 'administrator'] as const) {
      expect(await clinic.as(person).call(templatesApi.list, {})).toBeProblem('forbidden');
    }
    const other = await aClinic();
    expect((await list(other)).map((one) => one.templateId)).not.toContain(templateId);
    const change = { params: { templateId }, body: { expectedVersion: 1, name: 'Theirs' } };
    expect(await other.as('physiatrist').call(templatesApi.change, change)).toBeProblem('not-found');
    const nothing = { ...change, params: { templateId: PrescriptionTemplateId.parse(randomUUID()) } };
    expect(await clinic.as('physiatrist').call(templatesApi.change, nothing)).toBeProblem('not-found');
  });
});

describe('copying from before', () => {
  test('every signed version of the patient, of this and of earlier episodes', async () => {
    const { episodeId, patientId } = await clinic.anEpisode({ bodyRegion: 'lower-back' });
    await aSignedConsult(clinic, episodeId);
    const { prescriptionId } = await aPrescription(clinic, episodeId);
    const now = await clinic.anEpisode({ patient: { patientId }, bodyRegion: 'knee' });

    const { body } = await clinic
      .as('physiatrist')
      .call(templatesApi.earlier, { params: { episodeId: now.episodeId } });

    expect(body.prescriptions).toMatchObject([{ prescriptionId, episodeId, versionNumber: 1 }]);
  });

  test('nobody outside the care team', async () => {
    const { episodeId } = await clinic.anEpisode({ team: ['therapist'] });
    const other = await aClinic();
    expect(await other.as('physiatrist').call(templatesApi.earlier, { params: { episodeId } })).toBeProblem(
      'not-found',
    );
  });
});
