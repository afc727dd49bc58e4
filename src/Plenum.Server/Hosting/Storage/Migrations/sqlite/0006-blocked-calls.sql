-- What pages' policies kept plugins from; the same is one row with counts: as apps told it, and pages whose browser did.
CREATE TABLE blocked_calls (
    fingerprint TEXT PRIMARY KEY,
    plugin TEXT NOT NULL,
    version TEXT NOT NULL,
    directive TEXT NOT NULL,
    origin TEXT NOT NULL,
    conference TEXT NOT NULL,
    times BIGINT NOT NULL,
    pages BIGINT NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX blocked_calls_plugin ON blocked_calls (plugin);
