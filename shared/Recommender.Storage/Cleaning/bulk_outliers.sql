-- One-time bulk purchases: a quantity far above what the item usually sells in (median and median deviation of its logarithm),
-- bought by somebody who bought the item in no other order. Items with few lines are left alone.
INSERT INTO fates
WITH sizes AS (
  SELECT item_id, ln(CAST(quantity AS DOUBLE)) AS size, count(*) AS uses FROM open_lines WHERE quantity > 0 GROUP BY ALL
),
middles AS (
  SELECT item_id, min(size) AS middle, any_value(total) AS total
  FROM (
    SELECT item_id, size, sum(uses) OVER (PARTITION BY item_id ORDER BY size) AS upto, sum(uses) OVER (PARTITION BY item_id) AS total
    FROM sizes
  )
  WHERE 2 * upto >= total
  GROUP BY item_id
),
spreads AS (
  -- 1.4826 x median deviation estimates a standard deviation; its floor is a factor of two.
  SELECT item_id, exp(any_value(middle) + getvariable('bulk_deviations') * greatest(1.4826 * min(distance), ln(2))) AS largest
  FROM (
    SELECT item_id, middle, total, distance,
           sum(uses) OVER (PARTITION BY item_id ORDER BY distance) AS upto
    FROM (SELECT item_id, middle, total, abs(size - middle) AS distance, uses FROM sizes JOIN middles USING (item_id))
  )
  WHERE 2 * upto >= total AND total >= getvariable('bulk_least_lines')
  GROUP BY item_id
),
large AS (
  SELECT l.line, l.file, l.order_id, l.customer_id, l.item_id
  FROM open_lines l JOIN spreads s USING (item_id)
  -- A quantity that lies on the line is no outlier, however exp rounds.
  WHERE l.quantity > s.largest * (1 + 1e-9)
),
regulars AS (
  SELECT l.customer_id, l.item_id
  FROM open_lines l SEMI JOIN large USING (customer_id, item_id)
  GROUP BY l.customer_id, l.item_id HAVING count(DISTINCT l.order_id) > 1
)
SELECT line, file, 'bulk_outliers' FROM large ANTI JOIN regulars USING (customer_id, item_id);
