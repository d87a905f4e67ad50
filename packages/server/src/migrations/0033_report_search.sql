-- 查汇报: Chinese has no word boundaries, so a report is found by the pairs of neighbouring characters in its words; what a pair finds is
-- compared with the whole term afterwards. Only what was submitted can be read by somebody else, so only that is indexed.
create function report_words(description jsonb, result jsonb, issue text) returns text
language sql immutable parallel safe as $$
  select lower(normalize(
    coalesce(issue, '') || E'\n' || coalesce((select string_agg(line ->> 'text', E'\n') from jsonb_array_elements(description || result) line), ''),
    NFKC))
$$;
create function character_pairs(words text) returns text[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct pair), '{}')
  from (select c || lead(c) over (order by place) as pair from unnest(string_to_array(words, null)) with ordinality as one (c, place)) pairs
  where pair is not null
$$;
create index reports_words on reports using gin (character_pairs(report_words(description, result, issue))) where submitted_at is not null;
