export { HOME_CARE_SQL } from './home-care-sql.ts';
export { recheckHomeProgramme } from './recheck.ts';
