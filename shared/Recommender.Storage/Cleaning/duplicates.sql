-- The same line twice: same order, item, customer, quantity, money, moment and place. The first stays.
-- Only orders that hold an item twice can have one, so the wide comparison runs on those few lines.
-- Lines of a former snapshot have been through this before: what is equal there was two variants, or was to stay.
INSERT INTO fates
WITH suspects AS (
  SELECT order_id, item_id FROM open_lines WHERE NOT former GROUP BY order_id, item_id HAVING count(*) > 1
)
SELECT line, file, 'duplicates'
FROM open_lines JOIN suspects USING (order_id, item_id)
WHERE NOT former
QUALIFY row_number() OVER (
  PARTITION BY order_id, item_id, customer_id, quantity, amount, purchased_at, site_id, region, channel, currency, rating
  ORDER BY file, line) > 1;
