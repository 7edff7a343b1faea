-- The journal of one organisation, for those whose place it is: entries of a deed that reached further up (an import of the
-- whole region) are theirs too, but only with the changes of their own records.

create index journal_change_path on journal_change (path, entry_id desc);

create function journal_of_organization(asked integer, newest integer)
  returns table (id bigint, at timestamptz, deed text, basis text, author text, acted_by_person boolean)
  language sql stable security definer set search_path = public
  as $$
    select entry.id, entry.at, entry.deed, entry.basis, person.full_name, entry.person_id is not null
      from organization as place
      join lateral (
        select entry_id from journal_change where subject = 'organization' and record_id = asked::text
        union
        select entry_id from journal_change as change
          where change.path = place.path
            and change.subject in ('organization_name', 'organization_alias', 'executor_group_member')
      ) as change on true
      join journal_entry as entry on entry.id = change.entry_id
      left join person on person.id = entry.person_id
      where place.id = asked and place.path <@ any (opora_scopes())
      order by entry.id desc
      limit newest
  $$;
