import {
  along,
  angleTo,
  BODY,
  type Joints,
  jointsOf,
  type LimbJoints,
  type Point,
  type Pose,
} from './body.ts';
import { drawProp, extentOf, type Prop } from './props.ts';

/** One moment of an exercise: the body, the things around it, and the way something moves. */
export interface Frame {
  pose: Pose;
  behind?: readonly Prop[];
  before?: readonly Prop[];
  /** An arrow along which a part moves; `bulge` bends it to its left-hand side. */
  moves?: readonly { from: Point; to: Point; bulge?: number; both?: boolean }[];
}

/** Start and end of an exercise. */
export interface Picture {
  start: Frame;
  end: Frame;
  /** Seen from above: there is no floor under the figure. */
  fromAbove?: boolean;
}

const NEAR = '#1f3346';
const FAR = '#8c9cab';
const TORSO = '#c3ced8';
const ARROW = '#0b7285';
const FLOOR = '#9aa5ae';

const n = (value: number): string => String(Math.round(value * 10) / 10);
const at = ([x, y]: Point): string => `${n(x)} ${n(-y)}`;

const stroke = (d: string, colour: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"/>`;

const LIMB_WIDTH = { arm: 6, leg: 8 };

const limb = (
  { root, middle, end, tip }: LimbJoints,
  colour: string,
  kind: 'arm' | 'leg',
  withTip: boolean,
): string =>
  stroke(`M${at(root)} L${at(middle)} L${at(end)}`, colour, LIMB_WIDTH[kind]) +
  (withTip ? stroke(`M${at(end)} L${at(tip)}`, colour, LIMB_WIDTH[kind] - 1.5) : '');

function headOf(pose: Pose, { head, nose }: Joints): string {
  const disc = `<circle cx="${n(head[0])}" cy="${n(-head[1])}" r="${n(BODY.head - 1.5)}" fill="#ffffff" stroke="${NEAR}" stroke-width="4"/>`;
  if (pose.face !== 'front') {
    const [face, back] = [angleTo(head, nose), BODY.head - 1];
    return disc + stroke(`M${at(along(head, face, back))} L${at(nose)}`, NEAR, 4);
  }
  const up = pose.neck ?? (typeof pose.trunk === 'number' ? pose.trunk : 0);
  const eyes = [-3.6, 3.6].map((side) => along(along(head, up, 1.5), up + 90, side + (pose.turn ?? 0)));
  return disc + eyes.map(([x, y]) => `<circle cx="${n(x)}" cy="${n(-y)}" r="1.7" fill="${NEAR}"/>`).join('');
}

function bodyOf(pose: Pose): string {
  const joints = jointsOf(pose);
  const { hip, shoulder, spine } = joints;
  const withHand = (name: 'nearArm' | 'farArm') => pose[name].end !== undefined;
  const bars =
    pose.width === undefined
      ? ''
      : `<path d="M${at(joints.nearArm.root)} L${at(joints.farArm.root)} L${at(joints.farLeg.root)} L${at(joints.nearLeg.root)} Z" fill="${TORSO}" stroke="${NEAR}" stroke-width="5" stroke-linejoin="round"/>`;
  const hasSides = pose.width === undefined;
  return [
    limb(joints.farArm, hasSides ? FAR : NEAR, 'arm', withHand('farArm')),
    limb(joints.farLeg, hasSides ? FAR : NEAR, 'leg', true),
    pose.width === undefined ? stroke(`M${at(hip)} Q${at(spine)} ${at(shoulder)}`, NEAR, 11) : '',
    stroke(`M${at(shoulder)} L${at(joints.head)}`, NEAR, 6),
    bars,
    headOf(pose, joints),
    limb(joints.nearLeg, NEAR, 'leg', true),
    limb(joints.nearArm, NEAR, 'arm', withHand('nearArm')),
  ].join('');
}

function tipOf(point: Point, angle: number, size: number): string {
  const left = along(point, angle + 180 - 28, size);
  const right = along(point, angle + 180 + 28, size);
  return `<path d="M${at(point)} L${at(left)} L${at(right)} Z" fill="${ARROW}"/>`;
}

/** The point beside the middle of a line, `bulge` to its left-hand side. */
const apexOf = (from: Point, to: Point, bulge: number): Point =>
  along([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], angleTo(from, to) - 90, bulge);

/** A curved arrow with its tip. */
function arrow(from: Point, to: Point, bulge: number, both: boolean): string {
  const control = apexOf(from, to, bulge * 2);
  const line = stroke(`M${at(from)} Q${at(control)} ${at(to)}`, ARROW, 2.6);
  const end = tipOf(along(to, angleTo(control, to), 3), angleTo(control, to), 10);
  return line + end + (both ? tipOf(along(from, angleTo(control, from), 3), angleTo(control, from), 10) : '');
}

const motions = (frame: Frame): string =>
  (frame.moves ?? []).map(({ from, to, bulge, both }) => arrow(from, to, bulge ?? 0, both ?? false)).join('');

const MARGIN = 8;

interface Extent {
  left: number;
  right: number;
  low: number;
  high: number;
}

function extentOfFrame(frame: Frame): Extent {
  const joints = jointsOf(frame.pose);
  const [hx, hy] = joints.head;
  const points: Point[] = [
    joints.hip,
    joints.shoulder,
    [hx - BODY.head - 3, hy - BODY.head],
    [hx + BODY.head + 3, hy + BODY.head],
    ...[joints.nearArm, joints.farArm, joints.nearLeg, joints.farLeg].flatMap(({ middle, end, tip }) => [
      middle,
      end,
      tip,
    ]),
    ...[...(frame.behind ?? []), ...(frame.before ?? [])].flatMap(extentOf),
    ...(frame.moves ?? []).flatMap(({ from, to, bulge }) => [from, to, apexOf(from, to, (bulge ?? 0) * 1.2)]),
  ];
  return {
    left: Math.min(...points.map(([x]) => x)) - MARGIN,
    right: Math.max(...points.map(([x]) => x)) + MARGIN,
    low: Math.min(...points.map(([, y]) => y), 0) - 5,
    high: Math.max(...points.map(([, y]) => y)) + MARGIN,
  };
}

const frameSvg = (frame: Frame): string =>
  [
    ...(frame.behind ?? []).map(drawProp),
    bodyOf(frame.pose),
    ...(frame.before ?? []).map(drawProp),
    motions(frame),
  ].join('');

const BETWEEN = 34;

/** The picture of an exercise: start, an arrow, end; the same text goes into a page and into a PDF. */
export function drawPicture(picture: Picture, label: string): string {
  const [a, b] = [extentOfFrame(picture.start), extentOfFrame(picture.end)];
  const low = Math.min(a.low, b.low);
  const high = Math.max(a.high, b.high);
  const widthA = a.right - a.left;
  const width = widthA + BETWEEN + (b.right - b.left);
  const secondX = widthA + BETWEEN - b.left;
  const middle = -(low + high) / 2;
  const floor = (from: number, to: number): string =>
    picture.fromAbove === true
      ? ''
      : `<path d="M${n(from)} 0 L${n(to)} 0" stroke="${FLOOR}" stroke-width="1.5" fill="none"/>`;
  const y = -middle;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeXml(label)}" viewBox="0 ${n(-high)} ${n(width)} ${n(high - low)}" width="${n(width)}" height="${n(high - low)}">`,
    floor(2, widthA - 2),
    floor(widthA + BETWEEN + 2, width - 2),
    `<g transform="translate(${n(-a.left)} 0)">${frameSvg(picture.start)}</g>`,
    arrow([widthA + 5, y], [widthA + BETWEEN - 10, y], 0, false),
    `<g transform="translate(${n(secondX)} 0)">${frameSvg(picture.end)}</g>`,
    '</svg>',
  ].join('');
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
