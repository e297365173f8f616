-- The tables that an import works with; they live in a scratch database and go with it.
CREATE TABLE files (file INTEGER, name VARCHAR);
CREATE TABLE rejects (file INTEGER, line BIGINT, "column" VARCHAR, value VARCHAR, reason VARCHAR, cure VARCHAR, customer_id VARCHAR);
CREATE TABLE fates (line BIGINT, file INTEGER, fate VARCHAR);
CREATE TABLE spellings (kind VARCHAR, id VARCHAR, spelling VARCHAR);
