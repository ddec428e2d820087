export { bindDocument, type WrittenDocument } from './bind-document.ts';
export { momentInWords } from './moment-in-words.ts';
