export { performProcedure, placeOrder, sendReferral } from './place.ts';
