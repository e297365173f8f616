-- One rating a customer and item: the last, and of several at one time the one that sorts last.
SELECT c.customer, i.item, CAST(arg_max(p.rating, (coalesce(p.purchased_at, TIMESTAMP '1970-01-01'), p.order_id, p.rating)) AS FLOAT) AS rating
FROM bought($purchases, $items) p
JOIN customers c ON c.id = p.customer_id
JOIN numbered_items i ON i.id = p.item_id
WHERE p.rating IS NOT NULL
GROUP BY c.customer, i.item
ORDER BY c.customer, i.item
