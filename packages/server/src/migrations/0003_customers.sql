create table imports (
  id uuid primary key,
  division_id uuid not null constraint imports_division_fk references divisions (id),
  created_by uuid not null constraint imports_person_fk references people (id),
  file_name text not null,
  file_hash text not null,
  state text not null constraint imports_state_known check (state in ('reading', 'mapping', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled', 'undone')),
  -- The visible sheets of the file: [{no, name, rows, headerRow}]; a text file has one.
  sheets jsonb not null default '[]',
  sheet_no integer,
  header_row integer,
  headers jsonb not null default '[]',
  -- One field or null for each column.
  mapping jsonb not null default '[]',
  -- What holds for rows that do not say it, and how existing customers are treated.
  options jsonb not null default '{}',
  mode text constraint imports_mode_known check (mode in ('all_or_nothing', 'valid_rows')),
  total_rows integer not null default 0,
  done_rows integer not null default 0,
  counts jsonb not null default '{}',
  failure text,
  -- Who asked for the check or the import that is under way.
  started_by uuid,
  -- The process that works on it; another takes over when its last sign of life is old.
  worker uuid,
  alive_at timestamptz,
  attempts integer not null default 0,
  cancel_requested_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz
);
create index imports_division on imports (division_id, created_at desc, id desc);
create index imports_unfinished on imports (alive_at) where state in ('reading', 'checking', 'running');

create table import_rows (
  import_id uuid not null constraint import_rows_import_fk references imports (id) on delete cascade,
  sheet_no integer not null,
  row_no integer not null,
  -- The cells as they stand in the file; sealed, because they carry phone numbers (§3C).
  cells text not null,
  outcome text constraint import_rows_outcome_known check (outcome in ('create', 'update', 'duplicate', 'unchanged', 'error')),
  reasons jsonb not null default '[]',
  customer_id uuid,
  -- The earlier row of the file that brings the customer to which this one adds a contact.
  follows_row integer,
  applied_at timestamptz,
  -- What this row wrote and what stood there before, so that the whole import can be undone.
  written jsonb,
  -- Why undoing left this row's record as it is.
  kept_reason text,
  primary key (import_id, sheet_no, row_no)
);
create index import_rows_outcome on import_rows (import_id, sheet_no, outcome, row_no);

-- The mapping chosen last time for the same header line.
create table import_mappings (
  division_id uuid not null,
  header_key text not null,
  mapping jsonb not null,
  updated_at timestamptz not null,
  primary key (division_id, header_key)
);

create table customers (
  id uuid primary key,
  division_id uuid not null constraint customers_division_fk references divisions (id),
  number text not null,
  name text not null,
  -- The name without width, brackets, spaces and company suffix (domain/customers/name.ts).
  name_key text not null,
  -- The name in pinyin, by which lists sort: people look for 岚 under L.
  name_order text not null,
  credit_code text,
  type text not null constraint customers_type_known check (type in ('provincial_grid', 'city_grid', 'county_grid', 'power_plant', 'design_institute', 'construction', 'dispatch', 'materials', 'other')),
  region_id uuid not null constraint customers_region_fk references regions (id),
  city text,
  county text,
  -- 六.4.1) each customer has exactly one owner; null only in the manager's pool after somebody left (§3A).
  owner_id uuid constraint customers_owner_fk references people (id),
  status text not null constraint customers_status_known check (status in ('potential', 'contacting', 'interested', 'project', 'cooperating', 'dormant', 'lost')),
  trade_status text not null constraint customers_trade_known check (trade_status in ('traded', 'untraded')),
  grade text not null constraint customers_grade_known check (grade in ('A', 'B', 'C')),
  -- Since when status and grade are what they are.
  status_since timestamptz not null,
  grade_since timestamptz not null,
  source text not null constraint customers_source_known check (source in ('phone', 'first_visit', 'referral', 'tender', 'exhibition', 'import')),
  parent_id uuid constraint customers_parent_fk references customers (id),
  address text,
  website text,
  email text,
  phone text,
  remarks text,
  -- Filled by the writing command (customers/search-row.ts): as written, initials and pinyin. What the contacts contribute
  -- stands apart, because not everybody who sees the customer sees its contacts (§3A).
  search_text text not null,
  search_contacts text not null,
  search_grams integer[] not null,
  -- The last visit, call or other activity; the day of entry before there is one, so that lists sort without nulls.
  last_activity_at timestamptz not null,
  last_activity_kind text,
  next_step text,
  next_step_on date,
  contact_count integer not null default 0,
  import_id uuid constraint customers_import_fk references imports (id),
  is_demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  deleted_at timestamptz,
  constraint customers_number_unique unique (division_id, number),
  -- 六.1.1)②③ traded customers are A or B.
  constraint customers_traded_is_a_or_b check (trade_status = 'untraded' or grade <> 'C'),
  constraint customers_not_own_parent check (parent_id is null or parent_id <> id)
);
create unique index customers_name_unique on customers (division_id, name_key) where deleted_at is null;
create unique index customers_credit_code_unique on customers (division_id, credit_code) where credit_code is not null and deleted_at is null;
create index customers_recent on customers (division_id, last_activity_at desc, id desc) where deleted_at is null;
create index customers_region_recent on customers (division_id, region_id, last_activity_at desc, id desc) where deleted_at is null;
create index customers_owner_recent on customers (division_id, owner_id, last_activity_at desc, id desc) where deleted_at is null;
create index customers_grade_recent on customers (division_id, grade, last_activity_at desc, id desc) where deleted_at is null;
create index customers_name_order on customers (division_id, name_order, id) where deleted_at is null;
create index customers_created on customers (division_id, created_at desc, id desc) where deleted_at is null;
create index customers_parent on customers (parent_id) where parent_id is not null;
create index customers_import on customers (import_id) where import_id is not null;
create index customers_search on customers using gin (search_grams) where deleted_at is null;
-- The planner chooses between this index and the order of the list by how frequent a piece is.
alter table customers alter column search_grams set statistics 1000;

create table contacts (
  id uuid primary key,
  division_id uuid not null,
  customer_id uuid not null constraint contacts_customer_fk references customers (id),
  name text not null,
  position text not null,
  department text,
  department_kind text constraint contacts_department_kind_known check (department_kind in ('using', 'purchasing', 'supporting')),
  level text constraint contacts_level_known check (level in ('base', 'middle', 'senior')),
  purchase_role text,
  relationship text not null default 'none' constraint contacts_relationship_known check (relationship in ('none', 'acquainted', 'familiar', 'supportive', 'partner')),
  attitude text not null default 'unknown' constraint contacts_attitude_known check (attitude in ('support', 'neutral', 'oppose', 'unknown')),
  -- Encrypted at rest; the fingerprint finds equal numbers, the mask is what lists show (§3C).
  phone_sealed text,
  phone_fingerprint text,
  phone_mask text,
  email text,
  wechat text,
  remarks text,
  is_primary boolean not null default false,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  deleted_at timestamptz
);
create index contacts_customer on contacts (customer_id, is_primary desc, id) where deleted_at is null;
create index contacts_phone on contacts (phone_fingerprint, division_id) where phone_fingerprint is not null and deleted_at is null;
create unique index contacts_one_primary on contacts (customer_id) where is_primary and deleted_at is null;

-- 六.1.2)②: a change counts as 未体现 until the report that carries it is submitted.
create table grade_changes (
  id uuid primary key,
  division_id uuid not null,
  customer_id uuid not null constraint grade_changes_customer_fk references customers (id),
  from_grade text not null,
  to_grade text not null,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  owner_id uuid,
  reflected_in_report_id uuid
);
create index grade_changes_customer on grade_changes (customer_id, changed_at desc);
create index grade_changes_open on grade_changes (division_id, owner_id) where reflected_in_report_id is null;

create table ownership_transfers (
  id uuid primary key,
  division_id uuid not null,
  customer_id uuid not null constraint ownership_transfers_customer_fk references customers (id),
  from_owner_id uuid,
  to_owner_id uuid,
  from_region_id uuid,
  to_region_id uuid,
  reason text not null,
  transferred_by uuid not null,
  transferred_at timestamptz not null
);
create index ownership_transfers_customer on ownership_transfers (customer_id, transferred_at desc);
