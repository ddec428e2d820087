-- The header counts a role's open tasks on every page: they are found without reading those of everybody else.
create index task_open_by_role on task (organization_id, owner_role) where status = 'open' and owner_id is null;
