-- The sale that a return undoes: same customer, item and quantity, the nearest one before it, each used once.
-- Sales and returns of a group pair like brackets: a return closes the last sale that is still open.
-- What happened at one moment is put in order by order and money, so that it does not matter in which import a line came.
INSERT INTO fates
WITH given_back AS (
  SELECT l.customer_id, l.item_id, -l.quantity AS quantity, l.purchased_at, l.order_id, l.amount, l.line, l.file, -1 AS step
  FROM lines l JOIN fates f ON f.line = l.line AND f.file = l.file
  WHERE f.fate IN ('cancellations', 'returns') AND l.quantity < 0 AND l.customer_id IS NOT NULL
),
sold AS (
  SELECT customer_id, item_id, quantity, purchased_at, order_id, amount, line, file, 1 AS step
  FROM open_lines SEMI JOIN given_back USING (customer_id, item_id, quantity)
),
walked AS (
  SELECT *, sum(step) OVER walk AS height
  FROM (SELECT * FROM sold UNION ALL SELECT * FROM given_back)
  WINDOW walk AS (PARTITION BY customer_id, item_id, quantity ORDER BY purchased_at, step DESC, order_id, amount, file, line)
),
-- Open sales after each step: the walk never goes below the lowest point so far.
levelled AS (
  SELECT *, height - least(0, min(height) OVER walk) AS level, least(0, min(height) OVER before) AS floor_before
  FROM walked
  WINDOW walk AS (PARTITION BY customer_id, item_id, quantity ORDER BY purchased_at, step DESC, order_id, amount, file, line),
         before AS (PARTITION BY customer_id, item_id, quantity ORDER BY purchased_at, step DESC, order_id, amount, file, line
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
-- A sale opens its level and the next return that leaves this level closes it.
bracket AS (
  SELECT *, CASE WHEN step = 1 THEN level ELSE level + 1 END AS opened
  FROM levelled
  WHERE step = 1 OR height >= coalesce(floor_before, 0)
)
SELECT line, file, 'matched_sales'
FROM (
  SELECT *, lead(step) OVER (PARTITION BY customer_id, item_id, quantity, opened ORDER BY purchased_at, step DESC, order_id, amount, file, line) AS next_step
  FROM bracket
)
WHERE step = 1 AND next_step = -1;
