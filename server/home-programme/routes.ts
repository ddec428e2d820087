import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { bindDocument } from '#server/documents/index.ts';
import { bind, type Binding } from '#server/platform/http/bind-endpoint.ts';
import { addExercise, editExercise, retireExercise } from './change-library.ts';
import { importExercises } from './import-exercises.ts';
import { printProgramme } from './print-programme.ts';
import { findLibrary, findProgramme } from './queries.ts';
import { saveProgramme } from './save-programme.ts';

export function homeProgrammeRoutes(binding: Binding): void {
  bind(binding, homeProgrammeApi.library, findLibrary);
  bind(binding, homeProgrammeApi.addExercise, addExercise);
  bind(binding, homeProgrammeApi.importExercises, importExercises);
  bind(binding, homeProgrammeApi.editExercise, editExercise);
  bind(binding, homeProgrammeApi.retireExercise, retireExercise);
  bind(binding, homeProgrammeApi.programme, findProgramme);
  bind(binding, homeProgrammeApi.saveProgramme, saveProgramme);
  bindDocument(binding, homeProgrammeApi.handout, printProgramme);
}
