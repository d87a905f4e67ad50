-- Reminders outward (§1B-18): how the house sends, to whom, and what became of it. Addresses that work like a password are sealed.
create table mail_settings (
  one_row boolean primary key default true constraint mail_settings_one_row check (one_row),
  enabled boolean not null,
  host text not null,
  port integer not null constraint mail_settings_port_known check (port between 1 and 65535),
  security text not null constraint mail_settings_security_known check (security in ('tls', 'starttls', 'none')),
  username text,
  -- The password.
  sealed text,
  from_address text not null,
  from_name text not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid
);

-- By which the push services recognise this installation; made once, and every device is bound to it.
create table push_keys (
  one_row boolean primary key default true constraint push_keys_one_row check (one_row),
  public_key text not null,
  sealed text not null,
  created_at timestamptz not null
);

create table push_devices (
  id uuid primary key,
  person_id uuid not null constraint push_devices_person_fk references people (id),
  -- One browser is one device, whoever signed in on it last.
  fingerprint text not null constraint push_devices_unique unique,
  host text not null,
  sealed text not null,
  label text not null,
  created_at timestamptz not null
);
create index push_devices_person on push_devices (person_id);

create table group_robots (
  id uuid primary key,
  division_id uuid not null constraint group_robots_division_fk references divisions (id),
  provider text not null constraint group_robots_provider_known check (provider in ('wecom', 'dingtalk', 'feishu')),
  name text not null,
  enabled boolean not null default true,
  -- What the manager lets this group read; nothing until he says so.
  kinds text[] not null default '{}',
  -- {address, secret}.
  sealed text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint group_robots_name_unique unique (division_id, name)
);

-- A person without a row has the usual choices.
create table reminder_choices (
  person_id uuid primary key constraint reminder_choices_person_fk references people (id),
  mail_topics text[] not null,
  push_topics text[] not null,
  -- Null: as the regulation's parameters say.
  quiet_from text,
  quiet_to text,
  on_leave boolean not null,
  version integer not null,
  updated_at timestamptz not null
);

-- The outbox and the log in one: written with the notification, never with its words. A key goes out once, whichever server sends it.
create table deliveries (
  id uuid primary key,
  key text not null constraint deliveries_once unique,
  division_id uuid,
  notification_id uuid constraint deliveries_notification_fk references notifications (id) on delete cascade,
  person_id uuid constraint deliveries_person_fk references people (id),
  channel text not null constraint deliveries_channel_known check (channel in ('mail', 'push', 'robot')),
  robot_id uuid constraint deliveries_robot_fk references group_robots (id) on delete set null,
  device_id uuid constraint deliveries_device_fk references push_devices (id) on delete set null,
  -- What is left alone for a while when it keeps failing: the mail server, a push service, one robot.
  destination text not null,
  kind text not null,
  state text not null constraint deliveries_state_known check (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  -- Why it failed, waits or was dropped, in Chinese and without a word of the message.
  reason text,
  until timestamptz,
  next_at timestamptz not null,
  attempts integer not null default 0,
  claimed_at timestamptz,
  created_at timestamptz not null,
  done_at timestamptz
);
create index deliveries_due on deliveries (next_at) where state = 'waiting';
create index deliveries_claimed on deliveries (claimed_at) where state = 'sending';
create index deliveries_newest on deliveries (created_at desc, id desc);
create index deliveries_notification on deliveries (notification_id);

-- A destination that failed several times in a row is left alone until `rests_until`; what waits for it blocks nobody else.
create table resting_destinations (
  destination text primary key,
  failures integer not null,
  rests_until timestamptz not null
);
