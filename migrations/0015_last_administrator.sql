-- An installation always has somebody who administers it: with the role today, without a last day, with an open account.
-- The rule of src/domain/access/last-administrator.ts, held here too, whoever changes the tables and however many at once.

create function keep_an_administrator() returns trigger
  language plpgsql security definer set search_path = public
  as $$
begin
  if tg_table_name = 'person'
    and not exists (select from role_assignment where person_id = (to_jsonb(new) ->> 'id')::uuid and role = 'administrator')
  then
    return null;
  end if;
  -- Two administrators who end each other at the same moment must see what the other does.
  perform pg_advisory_xact_lock(hashtext('opora.keep_an_administrator'));
  if not exists (
    select from role_assignment r join person p on p.id = r.person_id
    where r.role = 'administrator'
      -- The region's day may be ahead of the server's.
      and r.valid_from <= current_date + 1 and r.valid_until is null
      and p.closed_at is null
  ) then
    raise exception 'nobody would administer' using errcode = 'check_violation', constraint = 'last_administrator';
  end if;
  return null;
end
$$;

-- At the end of the transaction: a role may be handed over in one.
create constraint trigger keep_an_administrator after update or delete on role_assignment
  deferrable initially deferred
  for each row when (old.role = 'administrator') execute function keep_an_administrator();
create constraint trigger keep_an_administrator after update of closed_at on person
  deferrable initially deferred
  for each row when (new.closed_at is not null and old.closed_at is null) execute function keep_an_administrator();
