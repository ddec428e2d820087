-- What the search looks in is lower-case: so is the record number without the zeros it begins with, also of patients from before.
alter table patient disable trigger user;
update patient set search_text = search_text || ' ' || lower(regexp_replace(mrn, '^0+', ''))
 where mrn ~ '^0+[0-9A-Za-z]+$' and mrn ~ '[A-Za-z]'
   and position(' ' || lower(regexp_replace(mrn, '^0+', '')) in ' ' || search_text) = 0;
alter table patient enable trigger user;
