-- Approved versions move with their organisation too. The words that a wording is found by are generated after triggers
-- like this one have run, so they are not to be compared: what they are generated from is.

create or replace function refuse_change_of_approved() returns trigger
  language plpgsql security definer set search_path = public
  as $$
declare
  was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  becomes jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  free text[] := array['path', 'organization_id', 'group_id'];
begin
  if tg_table_name = 'measure_wording' then
    free := free || 'words'::text;
  end if;
  if tg_op = 'UPDATE' and was - free = becomes - free then
    return new;
  end if;
  if tg_table_name = 'roadmap_version' then
    if was ->> 'state' = 'approved' then
      raise exception 'version % of a road map is approved and does not change', was ->> 'id'
        using errcode = 'restrict_violation';
    end if;
  elsif exists (
    select from roadmap_version
    where id in ((was ->> 'version_id')::integer, (becomes ->> 'version_id')::integer) and state = 'approved'
  ) then
    raise exception 'a % of an approved version does not change', tg_table_name using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
