-- Who rates a thing twice has changed their mind: the last rating counts.
INSERT INTO fates
SELECT line, file, 'duplicates'
FROM open_lines
QUALIFY row_number() OVER (PARTITION BY customer_id, item_id ORDER BY purchased_at DESC NULLS LAST, file DESC, line DESC) > 1;
