-- To what an organisation belonged before: a school passes from one municipality to another.

create table former_parent (
  id integer generated always as identity primary key,
  organization_id integer not null references organization,
  path ltree not null default '',
  parent_id integer not null references organization,
  valid_until date not null,
  basis text,
  unique (organization_id, valid_until)
);
create index former_parent_parent on former_parent (parent_id);

create trigger take_path before insert or update on former_parent
  for each row execute function take_path_of_organization('organization_id');
create trigger journal after insert or update or delete on former_parent
  for each row execute function journal_record();
alter table former_parent enable row level security;
create policy place on former_parent using (path <@ any ((select opora_scopes())::ltree[]));
grant select, insert, update, delete on former_parent to opora_request;

-- The journal of what has moved is read where its records are now: not by those who gave it away any more, wholly by those
-- who keep it. What is written there does not change, only its place.
create function journal_moves_along() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  update former_parent set path = new.path where organization_id = new.id;
  update journal_change set path = new.path where path = old.path;
  update journal_entry set path = new.path where path = old.path;
  return null;
end
$$;
create trigger journal_moves_along after update on organization
  for each row when (new.path <> old.path) execute function journal_moves_along();
