create table projects (
  id uuid primary key,
  division_id uuid not null references divisions (id),
  customer_id uuid not null references customers (id),
  region_id uuid not null references regions (id),
  owner_id uuid not null references people (id),
  number text not null,
  name text not null,
  amount_fen bigint not null,
  is_strategic boolean not null default false,
  expected_sign_date date
);
create table project_members (project_id uuid not null references projects (id), person_id uuid not null references people (id), primary key (project_id, person_id));
