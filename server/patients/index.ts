export { openEpisode, registerPatient } from './register-patient.ts';
export { loadEpisode, type LoadedEpisode, type NewEpisode, type NewPatient } from './repository.ts';
