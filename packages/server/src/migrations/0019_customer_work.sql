-- 六.1.1)④ 资源说明: which resources of the company or the person stand behind an A customer, now and with each change.
alter table customers add column resources text;
alter table grade_changes add column resources text;
create index grade_changes_recent on grade_changes (division_id, changed_at desc, id desc);

-- Proposals are computed from the facts; only what the owner did not want is kept, so that it rests for a while.
create table grade_proposals_dismissed (
  customer_id uuid not null constraint grade_proposals_dismissed_customer_fk references customers (id) on delete cascade,
  rule text not null,
  -- The grade at which it was dismissed; at another grade the question is a new one.
  grade text not null,
  dismissed_by uuid not null,
  dismissed_at timestamptz not null,
  primary key (customer_id, rule)
);

-- The labels of a division. A retired one stays where it is and is no longer offered.
create table tags (
  id uuid primary key,
  division_id uuid not null constraint tags_division_fk references divisions (id),
  name text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  retired_at timestamptz,
  constraint tags_name_unique unique (division_id, name)
);

-- In the row itself, so that the list stays one statement and a bulk change knows what stood there before.
alter table customers add column tag_ids uuid[] not null default '{}';
create index customers_tags on customers using gin (tag_ids) where tag_ids <> '{}' and deleted_at is null;

-- One command on many customers, and what stood there before, so that it can be taken back.
create table bulk_changes (
  id uuid primary key,
  division_id uuid not null constraint bulk_changes_division_fk references divisions (id),
  kind text not null constraint bulk_changes_kind_known check (kind in ('grade', 'status', 'transfer', 'tags')),
  summary text not null,
  reason text,
  changed integer not null,
  made_by uuid not null constraint bulk_changes_person_fk references people (id),
  made_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz
);
create index bulk_changes_recent on bulk_changes (division_id, made_at desc, id desc);
create table bulk_change_rows (
  bulk_id uuid not null constraint bulk_change_rows_bulk_fk references bulk_changes (id) on delete cascade,
  customer_id uuid not null constraint bulk_change_rows_customer_fk references customers (id) on delete cascade,
  before jsonb not null,
  -- The version that the change left; another one means that somebody changed the customer since.
  version integer not null,
  -- Why undoing left this customer as it is.
  kept_reason text,
  primary key (bulk_id, customer_id)
);

-- Each person decides which views stand in front as tabs; one's own stand there from the beginning.
create table saved_view_pins (
  person_id uuid not null constraint saved_view_pins_person_fk references people (id),
  view_id uuid not null constraint saved_view_pins_view_fk references saved_views (id) on delete cascade,
  primary key (person_id, view_id)
);
insert into saved_view_pins (person_id, view_id) select person_id, id from saved_views;
