export { performProcedure, placeOrder, sendReferral } from './place.ts';
export { procedureFields } from './procedures-sql.ts';
