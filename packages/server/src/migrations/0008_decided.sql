-- Reports are owed from the entry date, or from this later day when somebody was entered (or taken back) after it: nobody is 未填 for
-- days on which there was no account to write with. Null: the entry date alone.
alter table people add column reports_from date;

-- A manager looked at a 未填 or a special reason and leaves it as it counts. Nothing waits for him any more; within the window he may
-- still decide otherwise.
alter table obligations add column upheld_at timestamptz, add column upheld_by uuid, add column upheld_why text;
