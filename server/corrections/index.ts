export { addendaJson } from './addenda-json.ts';
export { assertMayMark } from './assert-may-mark.ts';
export { enteredInErrorJson, factInErrorJson } from './entered-in-error-json.ts';
export { markOf } from './mark-of.ts';
export { writtenAddendum } from './written-addendum.ts';
