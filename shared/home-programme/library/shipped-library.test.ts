import { expect, test } from 'vitest';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import { PICTURE_CODES, pictureSvg } from '../figure/pictures.ts';
import { EXERCISE_CATEGORIES, ExerciseContent } from '../model.ts';
import { SHIPPED_EXERCISES } from './shipped-library.ts';

const all = [...SHIPPED_EXERCISES];

test('there are at least 40 exercises, each with all its words in both languages', () => {
  expect(all.length).toBeGreaterThanOrEqual(40);
  for (const [code, content] of all) {
    expect(ExerciseContent.parse(content), code).toEqual(content);
    expect(content.name.es, code).not.toBe('');
    expect(content.steps.es.length, code).toBe(content.steps.en.length);
    expect(content.caution.es === '', code).toBe(content.caution.en === '');
  }
});

test('every category has some', () => {
  for (const category of EXERCISE_CATEGORIES) {
    expect(all.filter(([, content]) => content.category === category).length).toBeGreaterThanOrEqual(4);
  }
});

test('each is linked to an intervention that exists, or to none', () => {
  const unknown = all.filter(
    ([, { intervention }]) => intervention !== null && getIntervention(intervention) === undefined,
  );
  expect(unknown).toEqual([]);
});

test('each has its own picture, two frames with numbers that are numbers', () => {
  expect(new Set(PICTURE_CODES)).toEqual(new Set(all.map(([code]) => code)));
  for (const [code, content] of all) {
    const svg = pictureSvg(content.picture, content.name.en) ?? '';
    expect(svg, code).toMatch(/^<svg .*<\/svg>$/s);
    expect(svg, code).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.match(/<g /g)?.length, code).toBe(2);
  }
});
