-- Credit invoices (C and digits, where nearly all such orders give goods back) and orders that the shop marks as cancelled.
INSERT INTO fates
WITH credit AS (
  SELECT count(*) FILTER (quantity < 0) >= 0.9 * count(*) AS is_credit
  FROM lines WHERE regexp_full_match(order_id, 'C[0-9]+', 'i')
)
SELECT line, file, 'cancellations'
FROM open_lines, credit
WHERE cancelled OR (is_credit AND regexp_full_match(order_id, 'C[0-9]+', 'i'));
