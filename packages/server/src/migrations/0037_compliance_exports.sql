-- 三.1 the grid of 合规 leaves through the same register as the lists of customers: division, period and kind of report.
alter table exports
  add column compliance jsonb,
  add constraint exports_of_one_thing check (compliance is null or (customer_ids = '{}' and not with_contacts and rows is not null));
