-- Exactly the row filter that the reference figures were made with; every other line is set aside by what it fails first.
INSERT INTO fates
SELECT line, file, CASE
    WHEN upper(order_id) LIKE 'C%' THEN 'cancellations'
    WHEN quantity <= 0 THEN 'returns'
    WHEN NOT regexp_matches(upper(item_id), '^[0-9]{5}') THEN 'non_product'
    ELSE 'rejected'
  END
FROM lines
WHERE upper(order_id) LIKE 'C%' OR quantity <= 0 OR amount <= 0 OR NOT regexp_matches(upper(item_id), '^[0-9]{5}')
   OR (getvariable('needs_customer') AND customer_id IS NULL);

INSERT INTO rejects
SELECT l.file, l.line, CASE WHEN amount <= 0 THEN 'amount' ELSE 'customer_id' END, CASE WHEN amount <= 0 THEN CAST(amount AS VARCHAR) END,
       'the reference filter takes priced lines of known customers only', 'import without --clean reference to keep it', customer_id
FROM lines l JOIN fates f ON f.line = l.line AND f.file = l.file
WHERE f.fate = 'rejected';

UPDATE lines SET item_id = upper(item_id) WHERE item_id <> upper(item_id);
