-- Analyzing the outbox took two seconds of a core, every few thousand mails: thirty thousand of them were read, and their headers,
-- recipients and references sorted. It is read by its state and its keys; a tenth of the sample tells enough of those.
do $$
declare
  one text;
begin
  for one in
    select attname from pg_attribute where attrelid = 'platform.outbox'::regclass and attnum > 0 and not attisdropped
  loop
    execute format('alter table platform.outbox alter column %I set statistics 10', one);
  end loop;
end
$$;
-- Nothing is ever looked for by the whole of these.
alter table platform.outbox
  alter recipients set statistics 0, alter headers set statistics 0, alter mail_references set statistics 0,
  alter text set statistics 0, alter html set statistics 0, alter attachments set statistics 0;
alter table platform.fact alter data set statistics 0;
