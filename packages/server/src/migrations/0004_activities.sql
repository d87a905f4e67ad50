-- Visits and other contacts with a customer (六.2.3)③): the four prescribed fields, then the next step.
create table activities (
  id uuid primary key,
  division_id uuid not null constraint activities_division_fk references divisions (id),
  customer_id uuid not null constraint activities_customer_fk references customers (id),
  kind text not null constraint activities_kind_known check (kind in ('visit', 'call', 'tech_exchange', 'proposal', 'banquet', 'event')),
  happened_at timestamptz not null,
  happened_on date not null,
  author_id uuid not null constraint activities_author_fk references people (id),
  -- 拜访人: who of us went.
  visitor_ids uuid[] not null,
  -- 拜访对象: whom of theirs we met.
  contact_ids uuid[] not null default '{}',
  content text not null,
  result text not null,
  problem text not null,
  -- 六.2.4) a contact that changes how closely the customer is followed asks for an update of its record.
  affects_follow_up boolean not null default false,
  follow_up_done_at timestamptz,
  next_step text,
  next_on date,
  next_done_at timestamptz,
  is_demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  deleted_at timestamptz
);
create index activities_customer on activities (customer_id, happened_at desc, id desc) where deleted_at is null;
create index activities_author on activities (division_id, author_id, happened_on) where deleted_at is null;
create index activities_next on activities (division_id, author_id, next_on) where next_on is not null and next_done_at is null and deleted_at is null;
create index activities_recent on activities (division_id, happened_at desc, id desc) where deleted_at is null;
