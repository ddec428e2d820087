-- A record number is found without the zeros it begins with: what the search looks in holds both ways of writing it.
alter table patient disable trigger user;
update patient set search_text = search_text || ' ' || regexp_replace(mrn, '^0+', '') where mrn ~ '^0+[0-9A-Za-z]+$' and mrn ~ '[^0]';
alter table patient enable trigger user;
