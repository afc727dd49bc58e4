CREATE TABLE brandings (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    branding_id TEXT NOT NULL,
    files BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    plugins TEXT NOT NULL,
    findings TEXT NOT NULL,
    uploaded_at BIGINT NOT NULL,
    uploaded_by TEXT NOT NULL,
    upload TEXT NOT NULL
);

-- In pieces, because one large write would hold up the log.
CREATE TABLE branding_pieces (
    upload TEXT NOT NULL,
    place BIGINT NOT NULL,
    bytes BLOB NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (upload, place)
);

-- The last row says which branding is shown to whom; two nodes that write the same number cannot both.
CREATE TABLE branding_plans (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    who TEXT NOT NULL,
    body TEXT NOT NULL
) WITHOUT ROWID;
