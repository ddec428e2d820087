export { HOME_CARE_SQL } from './home-care-sql.ts';
