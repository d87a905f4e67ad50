-- The secret address under which a calendar program reads one person's calendar; only its hash is kept.
create table calendar_feeds (
  person_id uuid primary key constraint calendar_feeds_person_fk references people (id),
  token_hash text not null constraint calendar_feeds_token_unique unique,
  busy_only boolean not null,
  created_at timestamptz not null,
  last_read_at timestamptz,
  -- For the limit: how often it was read since when.
  window_from timestamptz not null,
  window_reads integer not null default 0
);
