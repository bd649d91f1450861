-- Whether the e-mail about what is due comes once a week, on Monday, and not every day.
alter table reminder add column weekly boolean not null default false;
