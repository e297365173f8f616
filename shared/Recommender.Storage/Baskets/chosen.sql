-- The lines that a request leaves. bought(purchases, items) is defined by LevelledPurchases, chosen_customers by BasketChoice.
-- A basket is in or out by the time of its first line, so that no basket is cut at midnight.
CREATE OR REPLACE TEMP TABLE chosen AS
WITH lines AS (
  SELECT order_id, customer_id, item_id, purchased_at
  FROM bought($purchases, $items)
  WHERE (CAST($region AS VARCHAR) IS NULL OR region = $region)
    AND (CAST($channel AS VARCHAR) IS NULL OR channel = $channel)
    AND (CAST($site AS VARCHAR) IS NULL OR site_id = $site)
    AND (CAST($group AS VARCHAR) IS NULL OR item_id <> $group)
    AND (CAST($anyone AS BOOLEAN) OR customer_id IN (SELECT customer_id FROM chosen_customers))
),
orders AS (
  SELECT order_id, customer_id, min(purchased_at) AS bought_at FROM lines GROUP BY order_id, customer_id
),
in_time AS (
  SELECT order_id, customer_id FROM orders
  WHERE (CAST($begin AS TIMESTAMP) IS NULL OR bought_at >= $begin)
    AND (CAST($end AS TIMESTAMP) IS NULL OR bought_at < $end)
    AND (CAST($months AS INTEGER) IS NULL OR ($months & (1 << (month(bought_at) - 1))) <> 0)
)
SELECT l.*, CAST(NULL AS FLOAT) AS quantity, CAST(NULL AS FLOAT) AS amount
FROM lines l SEMI JOIN in_time o ON o.order_id = l.order_id AND o.customer_id IS NOT DISTINCT FROM l.customer_id;

-- From here on, what was bought is what was chosen; both files are read already.
CREATE OR REPLACE TEMP MACRO bought(purchases, items) AS TABLE SELECT * FROM chosen WHERE purchases IS NOT NULL AND items IS NOT NULL;
