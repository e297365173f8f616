WITH customers AS (
  SELECT customer_id, count(DISTINCT item_id) AS items, count(DISTINCT order_id) AS orders
  FROM bought($purchases, $items) WHERE customer_id IS NOT NULL GROUP BY customer_id
)
SELECT (SELECT count(DISTINCT item_id) FROM bought($purchases, $items)),
       (SELECT count(*) FROM customers),
       (SELECT min(purchased_at) FROM bought($purchases, $items)),
       (SELECT max(purchased_at) FROM bought($purchases, $items)),
       (SELECT CAST(sum(amount) AS DECIMAL(38, 6)) FROM bought($purchases, $items)),
       (SELECT CAST(coalesce(sum(items), 0) AS BIGINT) FROM customers),
       (SELECT count(*) FROM customers WHERE orders > 1)
