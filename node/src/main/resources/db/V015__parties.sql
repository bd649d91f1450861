-- Row-level security for a table with content: columns partnership, area (both text) and label_id (integer).
-- The settings are those of the transaction (door Sights); an empty or missing setting shows no row.
-- The scalar subselects are worked out once per statement, not once per row.
create procedure protect(content regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', content);
    execute format('alter table %s force row level security', content);
    execute format($policy$
        create policy sight on %s using (
            (select current_setting('samband.sight', true)) = 'node'
            or (
                label_id = any ((select nullif(current_setting('samband.labels', true), '')::integer[])::integer[])
                and (
                    (partnership || '/' || area) = any ((select nullif(current_setting('samband.areas', true), '')::text[])::text[])
                    or (partnership || '/*') = any ((select nullif(current_setting('samband.areas', true), '')::text[])::text[])
                )
            )
        )$policy$, content);
end $$;

-- The same for a table of one partnership that holds no marked content: column partnership (text).
create procedure protect_by_partnership(content regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', content);
    execute format('alter table %s force row level security', content);
    execute format($policy$
        create policy sight on %s using (
            (select current_setting('samband.sight', true)) = 'node'
            or partnership = any ((select nullif(current_setting('samband.partnerships', true), '')::text[])::text[])
        )$policy$, content);
end $$;
