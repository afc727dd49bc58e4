-- The same fault is one row with a count, since a plugin that fails does so in every browser.
CREATE TABLE plugin_faults (
    fingerprint TEXT PRIMARY KEY,
    plugin TEXT NOT NULL,
    version TEXT NOT NULL,
    entry TEXT NOT NULL,
    message TEXT NOT NULL,
    stack TEXT NOT NULL,
    conference TEXT NOT NULL,
    times BIGINT NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);
CREATE INDEX plugin_faults_last_at ON plugin_faults (last_at);
