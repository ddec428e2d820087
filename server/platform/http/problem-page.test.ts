import { describe, expect, test } from 'vitest';
import { Problem } from '#shared/platform/problem.ts';
import { complianceApi } from '#shared/compliance/contract.ts';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { aClinic, type PersonName } from '#tests/support/a-clinic.ts';
import { pathOf } from '#tests/support/caller.ts';
import { aTreatedEpisode } from '#tests/support/sessions-factory.ts';
import { problemPage } from './problem-page.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

describe('the address of a document, followed in a browser', () => {
  const visit = async (as: PersonName | 'anonymous', accept: string, versionNumber = '7') => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic);
    const path = pathOf(homeProgrammeApi.handout, { episodeId, versionNumber }, { language: 'es' });
    const response = await clinic.as(as).send(path, { headers: { accept } });
    const { headers, status } = response;
    return { status, type: headers.get('content-type'), headers, path, text: await response.text() };
  };

  test('without a session: a page that leads to signing in and back here', async () => {
    const { status, type, headers, text, path } = await visit('anonymous', BROWSER);
    expect(status).toBe(401);
    expect(type).toMatch('text/html');
    expect(text).toContain(`href="/sign-in?next=${encodeURIComponent(path)}"`);
    expect(text).not.toContain('{"');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('of a role that may not: the reason as on the button, and the way home', async () => {
    const { status, text } = await visit('administrator', BROWSER);
    expect(status).toBe(403);
    expect(text).toContain('what is clinical stays with the care team');
    expect(text).not.toContain('/documentation"');
    expect(text).toContain('href="/"');
  });

  test('that is not there yet: why, and the way to the patient', async () => {
    const clinic = await aClinic();
    const { episodeId } = await aTreatedEpisode(clinic);
    const path = pathOf(complianceApi.dischargeSummary, { episodeId }, { format: 'pdf' });
    const response = await clinic.as('therapist').send(path, { headers: { accept: BROWSER } });
    const text = await response.text();
    expect(response.status).toBe(409);
    expect(text).toContain('there is a discharge summary when it is closed');
    expect(text).toContain(`href="/episodes/${episodeId}/documentation"`);
  });

  test('by an outsider: not found, and nothing of the patient', async () => {
    const { status, text } = await visit('outsider', BROWSER);
    expect(status).toBe(404);
    expect(text).toContain('Access follows the care team');
  });

  test('by a program: the problem as JSON', async () => {
    for (const accept of ['application/json', '*/*', 'application/pdf, application/problem+json']) {
      const { type, text } = await visit('therapist', accept);
      expect(type).toMatch('application/problem+json');
      expect(JSON.parse(text)).toMatchObject({ code: 'not-found' });
    }
  });
});

test('a page about a problem writes what people typed as text, names each thing, and offers another try where that helps', () => {
  const page = problemPage(
    new Problem('unexpected', '<b>Broken</b>', {
      issues: [{ path: 'query.format', code: 'invalid', message: 'Choose "pdf".' }],
    }).toDocument('req-1'),
    '/api/x?y="z',
  );
  expect(page).toContain('&#60;b&#62;Broken');
  expect(page).toContain('<li>Choose &#34;pdf&#34;.</li>');
  expect(page).toContain('href="/api/x?y=&#34;z"');
  expect(page).toContain('req-1');
});
