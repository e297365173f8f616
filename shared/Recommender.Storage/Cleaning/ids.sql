-- One id, one spelling: ids that differ only in case take the spelling used most, and numbers that a spreadsheet turned into 13085.0 are 13085 again.
INSERT INTO spellings
WITH found AS (
  SELECT 'item' AS kind, CASE WHEN former THEN 'former' ELSE 'lines' END AS place, item_id AS id, count(*) AS uses FROM lines GROUP BY ALL
  UNION ALL SELECT 'item', 'list', item_id, 0 FROM listed_items
  UNION ALL SELECT 'customer', CASE WHEN former THEN 'former' ELSE 'lines' END, customer_id, count(*) FROM lines WHERE customer_id IS NOT NULL GROUP BY ALL
  UNION ALL SELECT 'customer', 'list', customer_id, 0 FROM listed_customers
  UNION ALL SELECT DISTINCT 'customer', 'rejects', customer_id, 0 FROM rejects WHERE customer_id IS NOT NULL
),
-- Numbers came through a spreadsheet where all ids of one place end in .0; the other places may write them well.
spoilt AS (
  SELECT DISTINCT kind FROM found WHERE place <> 'rejects' GROUP BY kind, place HAVING bool_and(regexp_full_match(id, '\d+\.0'))
),
plain AS (
  SELECT kind, id, sum(uses) AS uses, CASE WHEN kind IN (SELECT kind FROM spoilt) AND regexp_full_match(id, '\d+\.0') THEN id[:-3] ELSE id END AS bare
  FROM found GROUP BY kind, id
)
SELECT kind, id, first_value(bare) OVER (PARTITION BY kind, lower(bare) ORDER BY uses DESC, bare) AS spelling
FROM plain
QUALIFY spelling <> id;

UPDATE lines SET item_id = s.spelling FROM spellings s WHERE s.kind = 'item' AND s.id = item_id;
UPDATE lines SET customer_id = s.spelling FROM spellings s WHERE s.kind = 'customer' AND s.id = customer_id;
UPDATE rejects SET customer_id = s.spelling FROM spellings s WHERE s.kind = 'customer' AND s.id = customer_id;
UPDATE listed_items SET item_id = s.spelling FROM spellings s WHERE s.kind = 'item' AND s.id = item_id;
UPDATE listed_items SET variant_of = s.spelling FROM spellings s WHERE s.kind = 'item' AND s.id = variant_of;
UPDATE listed_customers SET customer_id = s.spelling FROM spellings s WHERE s.kind = 'customer' AND s.id = customer_id;
UPDATE listed_customers SET parent_account = s.spelling FROM spellings s WHERE s.kind = 'customer' AND s.id = parent_account;

-- Two spellings in one list are one entry; the first stays.
DELETE FROM listed_items WHERE rowid NOT IN (SELECT min(rowid) FROM listed_items GROUP BY item_id);
DELETE FROM listed_customers WHERE rowid NOT IN (SELECT min(rowid) FROM listed_customers GROUP BY customer_id);
