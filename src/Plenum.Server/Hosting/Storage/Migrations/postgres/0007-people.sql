-- What owners chose at the pages wins over the configuration, on every node at once.
CREATE TABLE retention (
    part TEXT PRIMARY KEY,
    amount DOUBLE PRECISION NOT NULL,
    at BIGINT NOT NULL,
    who TEXT NOT NULL
);

-- Whoever comes in through the organisation is known by what the organisation calls them; nobody else has such a subject.
ALTER TABLE accounts ADD COLUMN subject TEXT;
CREATE UNIQUE INDEX accounts_subject ON accounts (subject);
