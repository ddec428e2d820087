export { performProcedure, placeOrder, sendReferral } from './place.ts';
export { draftSurgical } from './surgical-evaluation.ts';
export { procedureFields } from './procedures-sql.ts';
