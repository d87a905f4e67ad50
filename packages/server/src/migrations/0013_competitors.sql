-- 六.3.1)⑦ whom a division meets at its customers: business facts only, no personal history.
create table competitors (
  id uuid primary key,
  division_id uuid not null constraint competitors_division_fk references divisions (id),
  name text not null,
  -- The name without width, brackets, spaces and company suffix (domain/customers/name.ts).
  name_key text not null,
  background text,
  products text,
  strengths text,
  weaknesses text,
  account_managers text,
  leaders text,
  sales_style text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint competitors_name_unique unique (division_id, name_key)
);

-- What the feedback forms said about a competitor, where and when: the battle card grows from it. Never changed, only added to.
create table competitor_notes (
  id uuid primary key,
  division_id uuid not null,
  competitor_id uuid not null constraint competitor_notes_competitor_fk references competitors (id),
  customer_id uuid not null constraint competitor_notes_customer_fk references customers (id),
  assessment text not null,
  noted_on date not null,
  written_at timestamptz not null,
  written_by uuid not null
);
create index competitor_notes_competitor on competitor_notes (competitor_id, written_at desc, id desc);
create index competitor_notes_customer on competitor_notes (customer_id);
