-- 查汇报 looks at what others may read: of a weekly record whose plan alone was submitted, 完成情况 is its author's draft (§3A).
-- The schema is named because an index is built with no search path (PostgreSQL 17).
drop index reports_words;
create function shown_words(description jsonb, result jsonb, issue text, submitted_at timestamptz) returns text
language sql immutable parallel safe as $$
  select case
    when submitted_at is null then public.report_words(description, '[]', null)
    else public.report_words(description, result, issue)
  end
$$;
create index reports_words on reports using gin (character_pairs(shown_words(description, result, issue, submitted_at)))
  where handed_at is not null;
